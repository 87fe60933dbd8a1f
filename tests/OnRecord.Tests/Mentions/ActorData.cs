using OnRecord.Language.Mentions.Actors;

namespace OnRecord.Tests.Mentions;

/// <summary>The actor list of the repository, loaded once.</summary>
internal static class ActorData
{
    private static readonly Lazy<ActorIndex> Loaded = new(() =>
    {
        var outcome = ActorIndex.Load(Folder);
        return outcome.Value ?? throw new InvalidOperationException(outcome.Problem!.ToString());
    });

    public static ActorIndex Index => Loaded.Value;

    public static string Folder => Path.Combine(Root(), "data", "actors");

    private static string Root()
    {
        var dir = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(dir.FullName, "OnRecord.slnx"))) dir = dir.Parent ?? throw new InvalidOperationException("not inside the repository");
        return dir.FullName;
    }
}
