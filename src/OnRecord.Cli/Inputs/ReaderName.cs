using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace OnRecord.Cli.Inputs;

/// <summary>The name under which readings are put on record: the program's version, and a mark of the data and models it reads with.</summary>
internal static class ReaderName
{
    private const int Block = 4096, Samples = 64, MarkLength = 10;

    /// <summary>"0.1.0+3f9a…": another mark where a file of the data or the models is another one.</summary>
    public static string Of(string data, string models)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var folder in new[] { data, models })
            foreach (var path in Files(folder))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, path).Replace('\\', '/') + '\n'));
                Add(hash, path);
            }
        var version = typeof(ReaderName).Assembly.GetName().Version!;
        return $"{version.ToString(3)}+{Convert.ToHexStringLower(hash.GetHashAndReset())[..MarkLength]}";
    }

    // What the codebook or a list says in a comment or a note beside it does not change how it reads, but telling that apart is not worth the trouble.
    private static IEnumerable<string> Files(string folder) => !Directory.Exists(folder)
        ? []
        : Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(path => Path.GetExtension(path) is ".yaml" or ".yml" or ".bin").Order(StringComparer.Ordinal);

    // Of large files the length and samples: other weights differ everywhere.
    private static void Add(IncrementalHash hash, string path)
    {
        using var file = File.OpenRead(path);
        var length = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, file.Length);
        hash.AppendData(length);
        var buffer = new byte[Block];
        var step = file.Length <= Block * Samples ? Block : file.Length / Samples;
        for (long at = 0; at < file.Length; at += step)
        {
            file.Position = at;
            hash.AppendData(buffer.AsSpan(0, file.ReadAtLeast(buffer, Block, throwOnEndOfStream: false)));
        }
    }
}
