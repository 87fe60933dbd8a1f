using OnRecord.Language.Parses.Network;

namespace OnRecord.Lab.Training;

/// <summary>The weights and moments after a pass, to take up from.</summary>
internal static unsafe class Checkpoint
{
    public static void Save(string path, Parameters parameters, int pass, long step)
    {
        using (var stream = File.Create(path + ".new"))
        {
            stream.Write(BitConverter.GetBytes(pass));
            stream.Write(BitConverter.GetBytes(step));
            foreach (var (floats, count) in All(parameters)) stream.Write(new ReadOnlySpan<byte>(floats.Data, (int)count * sizeof(float)));
        }
        File.Move(path + ".new", path, true);
    }

    /// <summary>Puts the weights back and gives the passes and steps done; none where there is no checkpoint of these sizes.</summary>
    public static (int Pass, long Step) Load(string path, Parameters parameters)
    {
        if (!File.Exists(path) || new FileInfo(path).Length != 12 + All(parameters).Sum(f => f.Count * sizeof(float))) return (0, 0);
        using var stream = File.OpenRead(path);
        Span<byte> head = stackalloc byte[12];
        stream.ReadExactly(head);
        foreach (var (floats, count) in All(parameters)) stream.ReadExactly(new Span<byte>(floats.Data, (int)count * sizeof(float)));
        return (BitConverter.ToInt32(head), BitConverter.ToInt64(head[4..]));
    }

    private static IEnumerable<(Floats Floats, long Count)> All(Parameters parameters) =>
        parameters.Dense.SelectMany(p => (IEnumerable<(Floats, long)>)[(p.Value, p.Count), (p.First, p.Count), (p.Second, p.Count)])
            .Concat(parameters.Tables.SelectMany(t => (IEnumerable<(Floats, long)>)[(t.Value, (long)t.Rows * t.Width), (t.First, (long)t.Rows * t.Width), (t.Second, (long)t.Rows * t.Width)]));
}
