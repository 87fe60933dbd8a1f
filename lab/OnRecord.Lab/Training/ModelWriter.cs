using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using OnRecord.Language.Parses.Network;

namespace OnRecord.Lab.Training;

/// <summary>Writes a model file; the same weights give the same bytes.</summary>
internal static unsafe class ModelWriter
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(string path, Parameters parameters, Vectors vectors, ulong[] known, SortedDictionary<string, string> lemmas)
    {
        var tensors = new List<(string Name, TensorKind Kind, int Rows, int Columns, byte[] Data)>
        {
            ("vectors.words", TensorKind.Hashes, vectors.Hashes.Length, 1, MemoryMarshal.AsBytes(vectors.Hashes.AsSpan()).ToArray()),
            ("vectors", TensorKind.Bytes, vectors.Hashes.Length, Vectors.Width, Rows(vectors.Bytes, vectors.Scales)),
            ("known", TensorKind.Hashes, known.Length, 1, MemoryMarshal.AsBytes(known.AsSpan()).ToArray()),
        };
        foreach (var table in parameters.Tables) tensors.Add(("table." + table.Name, TensorKind.Bytes, table.Rows, table.Width, Rounded(table)));
        foreach (var p in parameters.Dense) tensors.Add((p.Name, TensorKind.Half, p.Rows, p.Columns, Halves(p)));

        Write(path, parameters.Shape, lemmas, tensors);
    }

    /// <summary>Writes a model anew with a network of names, all else as it was.</summary>
    public static void Write(string path, ModelFile model, Parameters names, ulong[] list)
    {
        var tensors = Shared(model);
        tensors.Add(("name.list", TensorKind.Hashes, list.Length, 1, MemoryMarshal.AsBytes(list.AsSpan()).ToArray()));
        foreach (var table in names.Tables) tensors.Add((table.Name, TensorKind.Bytes, table.Rows, table.Width, Rounded(table)));
        foreach (var p in names.Dense) tensors.Add((p.Name, TensorKind.Half, p.Rows, p.Columns, Halves(p)));
        Write(path, names.Shape, new SortedDictionary<string, string>(model.Lemmas, StringComparer.Ordinal), tensors);
    }

    /// <summary>Writes a model anew without its network of names.</summary>
    public static void WriteShared(string path, ModelFile model) =>
        Write(path, model.Shape with { NameCells = 0 }, new SortedDictionary<string, string>(model.Lemmas, StringComparer.Ordinal), Shared(model));

    private static List<(string Name, TensorKind Kind, int Rows, int Columns, byte[] Data)> Shared(ModelFile model)
    {
        var tensors = new List<(string Name, TensorKind Kind, int Rows, int Columns, byte[] Data)>();
        foreach (var (name, tensor) in model.Tensors)
        {
            if (name.StartsWith("name.", StringComparison.Ordinal)) continue;
            var data = new byte[Tensor.Size(tensor.Kind, tensor.Rows, tensor.Columns)];
            new ReadOnlySpan<byte>((void*)tensor.Address, data.Length).CopyTo(data);
            tensors.Add((name, tensor.Kind, tensor.Rows, tensor.Columns, data));
        }
        return tensors;
    }

    private static void Write(string path, NetworkShape shape, SortedDictionary<string, string> lemmas, List<(string Name, TensorKind Kind, int Rows, int Columns, byte[] Data)> tensors)
    {
        var header = Header(shape, lemmas, tensors);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        // Written beside and moved, since the model at this path may be in use.
        using (var stream = File.Create(path + ".new"))
        {
            stream.Write(ModelFile.Magic);
            stream.Write(BitConverter.GetBytes(header.Length));
            stream.Write(header);
            foreach (var tensor in tensors)
            {
                stream.Write(new byte[ModelFile.Align(stream.Position) - stream.Position]);
                stream.Write(tensor.Data);
            }
        }
        File.Move(path + ".new", path, true);
    }

    private static byte[] Header(NetworkShape shape, SortedDictionary<string, string> lemmas, List<(string Name, TensorKind Kind, int Rows, int Columns, byte[] Data)> tensors)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Plain))
        {
            json.WriteStartObject();
            json.WriteStartObject("shape");
            foreach (var (name, value) in (ReadOnlySpan<(string, int)>)[("vector", shape.Vector), ("layers", shape.Layers), ("width", shape.Width), ("arc", shape.Arc), ("relation", shape.Relation), ("tag", shape.Tag), ("name", shape.Name), ("nameCells", shape.NameCells)])
                json.WriteNumber(name, value);
            foreach (var (name, values) in (ReadOnlySpan<(string, IEnumerable<int>)>)[("tableRows", shape.TableRows), ("tableWidths", shape.TableWidths)])
            {
                json.WriteStartArray(name);
                foreach (var value in values) json.WriteNumberValue(value);
                json.WriteEndArray();
            }
            json.WriteEndObject();
            foreach (var (name, labels) in (ReadOnlySpan<(string, IEnumerable<string>)>)[("xpos", shape.Xpos), ("feats", shape.Feats), ("scripts", shape.Scripts), ("relations", shape.Relations)])
            {
                json.WriteStartArray(name);
                foreach (var label in labels) json.WriteStringValue(label);
                json.WriteEndArray();
            }
            json.WriteStartObject("lemmas");
            foreach (var (form, lemma) in lemmas) json.WriteString(form, lemma);
            json.WriteEndObject();
            json.WriteStartArray("tensors");
            long offset = 0;
            foreach (var tensor in tensors)
            {
                json.WriteStartObject();
                json.WriteString("name", tensor.Name);
                json.WriteString("kind", tensor.Kind.ToString());
                json.WriteNumber("rows", tensor.Rows);
                json.WriteNumber("columns", tensor.Columns);
                json.WriteNumber("offset", offset);
                json.WriteEndObject();
                offset = ModelFile.Align(offset + tensor.Data.Length);
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return stream.ToArray();
    }

    private static byte[] Rounded(Table table)
    {
        var bytes = new sbyte[table.Rows * table.Width];
        var scales = new float[table.Rows];
        for (var r = 0; r < table.Rows; r++)
            scales[r] = Vectors.Quantise(new ReadOnlySpan<float>(table.Value.Data + (long)r * table.Width, table.Width), bytes.AsSpan(r * table.Width, table.Width));
        return Rows(bytes, scales);
    }

    private static byte[] Rows(sbyte[] values, float[] scales)
    {
        var data = new byte[Tensor.Size(TensorKind.Bytes, scales.Length, values.Length / scales.Length)];
        MemoryMarshal.AsBytes(values.AsSpan()).CopyTo(data);
        MemoryMarshal.AsBytes(scales.AsSpan()).CopyTo(data.AsSpan(data.Length - 4 * scales.Length));
        return data;
    }

    private static byte[] Halves(Parameter p)
    {
        var halves = new Half[p.Rows * p.Columns];
        for (var r = 0; r < p.Rows; r++)
            for (var c = 0; c < p.Columns; c++) halves[r * p.Columns + c] = (Half)p.Value.Data[(long)r * p.Stride + c];
        return MemoryMarshal.AsBytes(halves.AsSpan()).ToArray();
    }
}
