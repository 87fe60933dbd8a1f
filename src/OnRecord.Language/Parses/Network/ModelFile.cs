using System.Collections.Immutable;
using System.IO.MemoryMappedFiles;
using System.Text;
using System.Text.Json;

namespace OnRecord.Language.Parses.Network;

/// <summary>How the numbers of a tensor are kept.</summary>
internal enum TensorKind
{
    /// <summary>Sixteen-bit floats.</summary>
    Half,
    /// <summary>Signed bytes, then a 32-bit float for each row that scales it.</summary>
    Bytes,
    /// <summary>Sixty-four-bit hashes.</summary>
    Hashes,
}

/// <summary>A tensor of a model file: where it lies in memory.</summary>
internal readonly unsafe record struct Tensor(TensorKind Kind, int Rows, int Columns, nint Address)
{
    public static long Size(TensorKind kind, long rows, long columns) => kind switch
    {
        TensorKind.Half => rows * columns * 2,
        TensorKind.Bytes => (rows * columns + 3) / 4 * 4 + rows * 4,
        _ => rows * columns * 8,
    };

    public sbyte* Bytes => (sbyte*)Address;

    public float* Scales => (float*)(Address + (nint)(((long)Rows * Columns + 3) / 4 * 4));
}

/// <summary>
/// A model mapped into memory. Eight bytes "ORCORE01"; the length of the header, 32 bits; the header as JSON: shape, labels, known lemmas, tensors
/// with their offsets; padding to 64; the tensors, each at a multiple of 64. All numbers little-endian.
/// </summary>
internal sealed unsafe class ModelFile : IDisposable
{
    public static ReadOnlySpan<byte> Magic => "ORCORE01"u8;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    private ModelFile(MemoryMappedFile file, MemoryMappedViewAccessor view) => (_file, _view) = (file, view);

    /// <summary>The widths and labels.</summary>
    public NetworkShape Shape { get; private set; } = null!;

    /// <summary>The lemmas met in training, by form in lower case, a tab and the universal tag.</summary>
    public Dictionary<string, string> Lemmas { get; } = new(StringComparer.Ordinal);

    /// <summary>The tensors by name.</summary>
    public Dictionary<string, Tensor> Tensors { get; } = new(StringComparer.Ordinal);

    /// <summary>Opens and checks a model.</summary>
    public static Outcome<ModelFile> Open(string path)
    {
        ModelFile? model = null;
        try
        {
            var length = new FileInfo(path).Length;
            if (length < Magic.Length + 4) return Foreign(path);
            var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
            model = new ModelFile(file, file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read));
            byte* start = null;
            model._view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
            if (!new ReadOnlySpan<byte>(start, Magic.Length).SequenceEqual(Magic))
            {
                model.Dispose();
                return Foreign(path);
            }
            var header = *(int*)(start + Magic.Length);
            var body = Align(Magic.Length + 4 + (long)header);
            if (header < 2 || body > length) throw new InvalidDataException("the header is cut off");
            using var json = JsonDocument.Parse(Encoding.UTF8.GetString(start + Magic.Length + 4, header));
            model.Read(json.RootElement, start + body, length - body);
            return model;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            model?.Dispose();
            return new Problem(e is FileNotFoundException or DirectoryNotFoundException ? "the language model is not there" : $"the language model cannot be read ({e.Message})", path,
                "give the path of models/core-en.bin");
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException or OverflowException)
        {
            model?.Dispose();
            return new Problem($"the language model is damaged ({e.Message})", path, "fetch it again or train it with `lab train`");
        }
    }

    public static long Align(long offset) => (offset + 63) / 64 * 64;

    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }

    private static Problem Foreign(string path) => new("this is not a language model of OnRecord", path, "give the path of models/core-en.bin");

    private void Read(JsonElement root, byte* data, long room)
    {
        var shape = root.GetProperty("shape");
        int Number(string name) => shape.GetProperty(name).GetInt32() is var n and > 0 and < 1 << 20 ? n : throw new InvalidDataException($"{name} is out of range");
        int Width(string name) => shape.GetProperty(name).GetInt32() is var n and >= 0 and < 1 << 12 ? n : throw new InvalidDataException($"{name} is out of range");
        ImmutableArray<int> Numbers(string name) => [.. shape.GetProperty(name).EnumerateArray().Select(e => e.GetInt32() is var n and > 0 and < 1 << 24 ? n : throw new InvalidDataException($"{name} is out of range"))];
        ImmutableArray<string> Strings(string name) => [.. root.GetProperty(name).EnumerateArray().Select(e => e.GetString() is { Length: > 0 } s ? s : throw new InvalidDataException($"an empty label in {name}"))];
        Shape = new NetworkShape
        {
            Vector = Number("vector"),
            Layers = Number("layers"),
            Width = Number("width"),
            Arc = Number("arc"),
            Relation = Number("relation"),
            Tag = Number("tag"),
            Name = Number("name"),
            NameCells = shape.TryGetProperty("nameCells", out _) ? Width("nameCells") : 0,
            TableRows = Numbers("tableRows"),
            TableWidths = Numbers("tableWidths"),
            Xpos = Strings("xpos"),
            Feats = Strings("feats"),
            Scripts = Strings("scripts"),
            Relations = Strings("relations"),
        };
        if (Shape.TableRows.Length != Form.Tables.Length || Shape.TableWidths.Length != Form.Tables.Length) throw new InvalidDataException("the tables are not those of this version");
        foreach (var width in (int[])[Shape.Width, Shape.Arc, Shape.Relation, Shape.Tag, Shape.Name, Shape.NameCells])
            if (width % Gemm.Panel != 0) throw new InvalidDataException("a width is no multiple of 32");
        foreach (var pair in root.GetProperty("lemmas").EnumerateObject()) Lemmas[pair.Name] = pair.Value.GetString() is { Length: > 0 } lemma ? lemma : throw new InvalidDataException("an empty lemma");
        foreach (var entry in root.GetProperty("tensors").EnumerateArray())
        {
            var kind = Enum.Parse<TensorKind>(entry.GetProperty("kind").GetString()!);
            int rows = entry.GetProperty("rows").GetInt32(), columns = entry.GetProperty("columns").GetInt32();
            var offset = entry.GetProperty("offset").GetInt64();
            if (rows < 0 || columns < 0 || offset < 0 || offset % 64 != 0 || Tensor.Size(kind, rows, columns) > room - offset) throw new InvalidDataException("it ends too early");
            Tensors[entry.GetProperty("name").GetString()!] = new Tensor(kind, rows, columns, (nint)(data + offset));
        }
        foreach (var (name, rows, columns) in Shape.Weights()) Expect(name, TensorKind.Half, rows, columns);
        Expect("vectors", TensorKind.Bytes, Tensors["vectors.words"].Rows, Shape.Vector);
        Expect("vectors.words", TensorKind.Hashes, Tensors["vectors.words"].Rows, 1);
        Expect("known", TensorKind.Hashes, Shape.TableRows[0] - 1, 1);
        if (Shape.NameCells > 0)
        {
            Expect("name.list", TensorKind.Hashes, Tensors["name.list"].Rows, 1);
            foreach (var (name, rows, width) in NetworkShape.NameTables) Expect(name, TensorKind.Bytes, rows, width);
        }
        for (var t = 0; t < Form.Tables.Length; t++) Expect("table." + Form.Tables[t], TensorKind.Bytes, Shape.TableRows[t], Shape.TableWidths[t]);
    }

    private void Expect(string name, TensorKind kind, int rows, int columns)
    {
        if (!Tensors.TryGetValue(name, out var tensor) || tensor.Kind != kind || tensor.Rows != rows || tensor.Columns != columns)
            throw new InvalidDataException($"{name} is missing or has another size");
    }
}
