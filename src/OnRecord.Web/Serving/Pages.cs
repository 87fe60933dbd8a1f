using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace OnRecord.Web.Serving;

/// <summary>The pages' files, which lie in this assembly, compressed where that helps.</summary>
internal sealed class Pages
{
    private const string Folder = "pages/";
    private const string Packed = ".br";

    private static readonly FrozenDictionary<string, string> MediaTypes = new Dictionary<string, string>
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".mjs"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".txt"] = "text/plain; charset=utf-8",
        [".json"] = "application/json; charset=utf-8",
    }.ToFrozenDictionary();

    // Every view of the board is one page, which looks at its own address.
    private static readonly FrozenSet<string> Views = FrozenSet.Create(StringComparer.Ordinal, "", "timeline", "commitments", "disagreements", "statements", "report", "read", "help");

    private readonly FrozenDictionary<string, PageFile> _files;

    public Pages()
    {
        var assembly = typeof(Pages).Assembly;
        _files = assembly.GetManifestResourceNames().Where(name => name.Replace('\\', '/').StartsWith(Folder, StringComparison.Ordinal)).Select(name =>
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            var path = name.Replace('\\', '/')[Folder.Length..];
            var packed = path.EndsWith(Packed, StringComparison.Ordinal);
            return new PageFile(packed ? path[..^Packed.Length] : path, bytes, packed, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\"");
        }).ToFrozenDictionary(file => file.Path, StringComparer.Ordinal);
    }

    /// <summary>True where the pages were built in.</summary>
    public bool AreThere => _files.ContainsKey("index.html");

    /// <summary>Answers with the file or view at the address; false where there is none.</summary>
    public async Task<bool> TryServe(HttpContext context)
    {
        var path = context.Request.Path.Value?.TrimStart('/') ?? "";
        var first = path.Split('/')[0];
        if (!_files.TryGetValue(path, out var file) && (!Views.Contains(first) || !_files.TryGetValue("index.html", out file))) return false;
        var response = context.Response;
        response.ContentType = MediaTypes.GetValueOrDefault(Path.GetExtension(file.Path), "application/octet-stream");
        // A name with its hash in it never changes its content.
        response.Headers.CacheControl = file.Path.StartsWith("assets/", StringComparison.Ordinal) ? "private, max-age=31536000, immutable" : "no-cache";
        response.Headers.ETag = file.Tag;
        response.Headers.Vary = "Accept-Encoding";
        if (context.Request.Headers.IfNoneMatch == file.Tag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return true;
        }
        var body = file.Bytes;
        if (file.Packed && context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal)) response.Headers.ContentEncoding = "br";
        else if (file.Packed) body = Unpacked(file.Bytes);
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(body, context.RequestAborted);
        return true;
    }

    private static byte[] Unpacked(byte[] bytes)
    {
        using var plain = new MemoryStream();
        using (var brotli = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress)) brotli.CopyTo(plain);
        return plain.ToArray();
    }

    private sealed record PageFile(string Path, byte[] Bytes, bool Packed, string Tag);
}
