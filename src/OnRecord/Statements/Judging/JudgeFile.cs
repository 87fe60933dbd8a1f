using System.Collections.Immutable;
using System.Text;
using OnRecord.Language;
using OnRecord.Language.Parses;
using OnRecord.Statements.Casting;

namespace OnRecord.Statements.Judging;

/// <summary>Writes and reads judges: a header, then each model with its weights as int8 and a scale per row.</summary>
internal static class JudgeFile
{
    private const int RankRow = 64;

    // Cells come in whole vectors.
    private const int CellsStep = 32;
    private static readonly byte[] Magic = "ORJUDGE7"u8.ToArray();

    public static void Write(string path, JudgeModel triggers, JudgeModel modes, CastJudge casts, IEnumerable<string> known, SentenceNetwork? network = null)
    {
        using var writer = new BinaryWriter(File.Create(path), Encoding.UTF8);
        writer.Write(Magic);
        foreach (var model in new[] { triggers, modes })
        {
            writer.Write(model.Labels.Length);
            foreach (var label in model.Labels) writer.Write(label);
            writer.Write(model.Buckets);
            writer.Write(model.Inputs);
            writer.Write(model.Units);
            Rows(writer, model.Direct, model.Labels.Length);
            Rows(writer, model.Hidden, model.Inputs);
            foreach (var bias in model.HiddenBias) writer.Write(bias);
            Rows(writer, model.Out, model.Units);
        }
        Network(writer, network);
        Links(writer, casts.Network);
        foreach (var rank in new[] { casts.Agents, casts.Places, casts.Company })
        {
            writer.Write(rank.Direct.Length);
            writer.Write(rank.Inputs);
            writer.Write(rank.Units);
            Rows(writer, rank.Direct, RankRow);
            Rows(writer, rank.Hidden, rank.Inputs);
            foreach (var value in rank.HiddenBias.Concat(rank.Out)) writer.Write(value);
        }
        var list = known.Order(StringComparer.Ordinal).ToList();
        writer.Write(list.Count);
        foreach (var entry in list) writer.Write(entry);
    }

    public static Outcome<Judge> Read(string path)
    {
        if (!File.Exists(path)) return new Problem("the model that judges statements is missing", path, "install OnRecord again, or train it with the lab");
        try
        {
            using var reader = new BinaryReader(File.OpenRead(path), Encoding.UTF8);
            var magic = reader.ReadBytes(Magic.Length);
            if (magic.AsSpan().StartsWith(Magic.AsSpan()[..^1]) && magic.Length == Magic.Length && magic[^1] < Magic[^1]) return new Problem("this model that judges statements is of an older form", path, "install OnRecord again, or train it anew with the lab");
            if (!magic.AsSpan().SequenceEqual(Magic)) return new Problem("this is not a model that judges statements", path, "install OnRecord again");
            var triggers = Model(reader);
            var modes = Model(reader);
            var network = Network(reader, triggers.Labels.Length + modes.Labels.Length);
            var links = Links(reader, network);
            var casts = new CastJudge(Rank(reader), Rank(reader), Rank(reader), links);
            var count = reader.ReadInt32();
            if (count is < 0 or > 1_000_000) throw new InvalidDataException();
            var known = new HashSet<string>(count);
            for (var i = 0; i < count; i++) known.Add(reader.ReadString());
            var inputs = Features.VectorPlaces * Judge.VectorWidth;
            if (triggers.Inputs < inputs || modes.Inputs < inputs || modes.Labels.Any(l => !Enum.TryParse<Mode>(l, out _)) || reader.BaseStream.Position != reader.BaseStream.Length) throw new InvalidDataException();
            return new Judge(triggers, modes, casts, known, network);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or ArgumentException or FormatException or OverflowException)
        {
            return new Problem("the model that judges statements is damaged or cannot be read", path, "install OnRecord again");
        }
    }

    private static JudgeModel Model(BinaryReader reader)
    {
        var labels = ImmutableArray.CreateBuilder<string>();
        var count = Bounded(reader.ReadInt32(), 100);
        for (var i = 0; i < count; i++) labels.Add(reader.ReadString());
        var (buckets, inputs, units) = (Bounded(reader.ReadInt32(), 1 << 20), Bounded(reader.ReadInt32(), 1 << 14), Bounded(reader.ReadInt32(), 1 << 12));
        var learned = new ulong[(buckets + 63) / 64];
        return new JudgeModel
        {
            Labels = labels.ToImmutable(),
            Buckets = buckets,
            Inputs = inputs,
            Units = units,
            Learned = learned,
            Direct = Rows(reader, buckets, count, learned),
            Hidden = Rows(reader, units, inputs),
            HiddenBias = Singles(reader, units),
            Out = Rows(reader, count, units),
        };
    }

    // No cells where there is no network.
    private static void Network(BinaryWriter writer, SentenceNetwork? network)
    {
        writer.Write(network?.Weights.Cells ?? 0);
        if (network is not { Weights: var w }) return;
        writer.Write(network.Signs.Types.Length);
        foreach (var type in network.Signs.Types) writer.Write(type);
        writer.Write(w.Inputs);
        foreach (var rows in (float[][])[w.Input, w.Sign]) Rows(writer, rows, 8 * w.Cells);
        foreach (var rows in (float[][])[w.Forward, w.Backward]) Rows(writer, rows, 4 * w.Cells);
        Rows(writer, w.Output, w.Outputs);
        foreach (var value in w.Bias.Concat(w.OutputBias)) writer.Write(value);
        writer.Write(w.Links);
        if (w.Links > 0) Rows(writer, w.Link, w.Links);
        foreach (var value in w.LinkBias) writer.Write(value);
    }

    private static SentenceNetwork? Network(BinaryReader reader, int outputs)
    {
        var cells = Bounded(reader.ReadInt32(), 1 << 10);
        if (cells == 0) return null;
        if (cells % CellsStep != 0) throw new InvalidDataException();
        var types = ImmutableArray.CreateBuilder<string>();
        var count = Bounded(reader.ReadInt32(), 1000);
        for (var i = 0; i < count; i++) types.Add(reader.ReadString());
        var inputs = Bounded(reader.ReadInt32(), 1 << 14);
        if (types.Distinct().Count() < count || inputs == 0) throw new InvalidDataException();
        var signs = new Signs(types.ToImmutable());
        var (input, sign) = (Rows(reader, inputs, 8 * cells), Rows(reader, signs.Count, 8 * cells));
        var (forward, backward) = (Rows(reader, cells, 4 * cells), Rows(reader, cells, 4 * cells));
        var output = Rows(reader, 2 * cells, outputs);
        var (bias, outputBias) = (Singles(reader, 8 * cells), Singles(reader, outputs));
        var links = Bounded(reader.ReadInt32(), 1 << 12);
        return new SentenceNetwork(signs, new SentenceWeights(inputs, signs.Count, cells, outputs, links)
        {
            Input = input,
            Sign = sign,
            Forward = forward,
            Backward = backward,
            Output = output,
            Bias = bias,
            OutputBias = outputBias,
            Link = Rows(reader, links == 0 ? 0 : 2 * cells, links),
            LinkBias = Singles(reader, links),
        });
    }

    // A width of nothing where acts are linked by rankers alone.
    private static void Links(BinaryWriter writer, CastNetwork? network)
    {
        writer.Write(network?.Weights.Width ?? 0);
        if (network is not { Weights: var w }) return;
        writer.Write(OptionWord.Ways.Length);
        writer.Write(OptionWord.Distances);
        foreach (var rows in (float[][])[w.Wordless, w.Ways, w.Distances, w.Types, w.Out]) Rows(writer, rows, CastWeights.Fields * w.Width);
    }

    private static CastNetwork? Links(BinaryReader reader, SentenceNetwork? sentences)
    {
        var width = Bounded(reader.ReadInt32(), 1 << 10);
        if (width == 0) return null;
        var wide = CastWeights.Fields * width;
        if (sentences is null || reader.ReadInt32() != OptionWord.Ways.Length || reader.ReadInt32() != OptionWord.Distances) throw new InvalidDataException();
        var (wordless, ways, distances) = (Rows(reader, 1, wide), Rows(reader, OptionWord.Ways.Length, wide), Rows(reader, OptionWord.Distances, wide));
        var (types, weighed) = (Rows(reader, sentences.Signs.Types.Length, wide), Rows(reader, 1, wide));
        var weights = new CastWeights(width) { Wordless = wordless, Ways = ways, Distances = distances, Types = types, Out = weighed };
        return weights.Links == sentences.Weights.Links ? new CastNetwork(sentences, weights) : throw new InvalidDataException();
    }

    private static RankModel Rank(BinaryReader reader)
    {
        var buckets = Bounded(reader.ReadInt32(), 1 << 22);
        if (buckets == 0 || buckets % RankRow != 0) throw new InvalidDataException();
        var (inputs, units) = (Bounded(reader.ReadInt32(), 1 << 14), Bounded(reader.ReadInt32(), 1 << 12));
        if (inputs < RankModel.Places * Judge.VectorWidth) throw new InvalidDataException();
        return new RankModel
        {
            Inputs = inputs,
            Units = units,
            Direct = Rows(reader, buckets / RankRow, RankRow),
            Hidden = Rows(reader, 2 * units, inputs),
            HiddenBias = Singles(reader, units),
            Out = Singles(reader, units),
        };
    }

    private static float[] Singles(BinaryReader reader, int count) => [.. Enumerable.Range(0, count).Select(_ => reader.ReadSingle())];

    private static int Bounded(int value, int most) => value >= 0 && value <= most ? value : throw new InvalidDataException();

    private static void Rows(BinaryWriter writer, float[] values, int width)
    {
        for (var start = 0; start < values.Length; start += width)
        {
            var row = values.AsSpan(start, width);
            var scale = 0f;
            foreach (var v in row) scale = Math.Max(scale, Math.Abs(v));
            writer.Write(scale);
            if (scale == 0) continue;   // a row of nothing needs no bytes
            foreach (var v in row) writer.Write((sbyte)Math.Round(v / scale * 127));
        }
    }

    private static float[] Rows(BinaryReader reader, int rows, int width, ulong[]? filled = null)
    {
        var values = new float[rows * width];
        for (var r = 0; r < rows; r++)
        {
            var scale = reader.ReadSingle();
            if (scale == 0) continue;
            if (filled is not null) filled[r / 64] |= 1ul << r % 64;
            var bytes = reader.ReadBytes(width);
            if (bytes.Length < width) throw new InvalidDataException();
            for (var i = 0; i < width; i++) values[r * width + i] = (sbyte)bytes[i] * scale / 127;
        }
        return values;
    }
}
