using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OnRecord.Language;
using OnRecord.Language.Articles;
using OnRecord.Web.Api;
using OnRecord.Web.Maps;
using OnRecord.Web.Reading;
using OnRecord.Web.Snapshots;

namespace OnRecord.Web.Serving;

/// <summary>Serves the table of routes, the events and the intake under /api.</summary>
internal sealed class ApiServer
{
    private const long CacheBytes = 96 * 1024 * 1024;
    private const int LongestQuery = 12_000;
    private static readonly string[] Reads = [HttpMethods.Get, HttpMethods.Head];

    private readonly BoardOptions _options;
    private readonly SnapshotSource _source;
    private readonly EventHub _events;
    private readonly Intake _intake;
    private readonly CancellationToken _stopping;
    private readonly AnswerCache _cache = new(CacheBytes);
    private readonly SemaphoreSlim _working = new(Environment.ProcessorCount);
    private readonly ApiRoute[] _routes;

    public ApiServer(BoardOptions options, SnapshotSource source, ShapeFile shapes, EventHub events, Intake intake, CancellationToken stopping)
    {
        (_options, _source, _events, _intake, _stopping) = (options, source, events, intake, stopping);
        _routes = [.. RecordRoutes.All(options), .. PictureRoutes.All, .. StatementRoutes.All, .. MapRoutes.All(shapes)];
        var frame = _routes.Single(route => route.Path == "frame");
        Ahead = new WorkAhead(source, _cache, CacheBytes * 3 / 4, (snapshot, ask) => Packed(frame.Work(snapshot, ask)), options.Clock);
    }

    /// <summary>What works answers out before they are asked for.</summary>
    public WorkAhead Ahead { get; }

    public void Map(IEndpointRouteBuilder app)
    {
        foreach (var route in _routes) app.MapMethods("/api/" + route.Path, Reads, (RequestDelegate)(context => Answer(context, route)));
        var document = new Lazy<byte[]>(() => OpenApi.Document(_routes));
        app.MapMethods("/api/openapi.json", Reads, (RequestDelegate)(context => Write(context, document.Value, "application/json; charset=utf-8")));
        app.MapGet("/api/events", (RequestDelegate)Listen);
        app.MapGet("/api/jobs", (RequestDelegate)(context => Write(context, System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(_intake.Jobs(), AnswerJson.Default.Taken), "application/json; charset=utf-8")));
        app.MapPost("/api/read", (RequestDelegate)Read);
    }

    private async Task Answer(HttpContext context, ApiRoute route)
    {
        Ahead.Asked();
        await _source.LookAsync(now: false, context.RequestAborted);
        var snapshot = _source.Current;
        var query = context.Request.QueryString.Value ?? "";
        if (query.Length > LongestQuery)
        {
            await Problems.Write(context, StatusCodes.Status414UriTooLong, "too long", $"the address is longer than {LongestQuery} characters");
            return;
        }
        var asked = Ask.Read(context.Request.Query, context.Request.RouteValues.GetValueOrDefault("id") as string, route.Parameters, snapshot.Version);
        if (asked.Value is not { } ask)
        {
            await Problems.Write(context, StatusCodes.Status400BadRequest, "not valid", $"{asked.Problem!.Where} {asked.Problem.What}");
            return;
        }
        var tag = $"\"{snapshot.Version}\"";
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "private, no-cache";
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        var key = AnswerCache.Key(snapshot, $"{context.Request.Path}{query}");
        if (_cache.Kept(key) is { } kept)
        {
            await WritePacked(context, kept, route.MediaType);
            return;
        }
        // As many at a time as there are cores: who waits for their turn holds no thread, so that what is kept is handed out all the while.
        await _working.WaitAsync(context.RequestAborted);
        Outcome<byte[]> answer;
        try
        {
            answer = _cache.Get(key, () => Packed(route.Work(snapshot, ask)));
        }
        finally
        {
            _working.Release();
            Ahead.Asked();
        }
        if (answer.Value is { } bytes) await WritePacked(context, bytes, route.MediaType);
        else
        {
            context.Response.Headers.Remove("ETag");
            await Problems.Write(context, StatusCodes.Status404NotFound, "not found", answer.Problem!.What);
        }
    }

    // Answers are kept as they are mostly sent: a tenth as large, and packed once.
    private static Outcome<byte[]> Packed(Outcome<byte[]> answer)
    {
        if (answer.Value is not { } bytes) return answer;
        using var packed = new MemoryStream(bytes.Length / 4 + 64);
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(bytes);
        return packed.ToArray();
    }

    private static async Task WritePacked(HttpContext context, byte[] packed, string mediaType)
    {
        context.Response.Headers.Vary = "Accept-Encoding";
        if (context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await Write(context, packed, mediaType);
            return;
        }
        using var plain = new MemoryStream();
        using (var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress)) gzip.CopyTo(plain);
        await Write(context, plain.ToArray(), mediaType);
    }

    private static async Task Write(HttpContext context, byte[] bytes, string mediaType)
    {
        context.Response.ContentType = mediaType;
        context.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private async Task Listen(HttpContext context)
    {
        if (!await _events.Listen(context, _stopping)) await Problems.Write(context, StatusCodes.Status503ServiceUnavailable, "too many", "too many pages listen already");
    }

    private async Task Read(HttpContext context)
    {
        if (_options.ReadOnly)
        {
            await Problems.Write(context, StatusCodes.Status403Forbidden, "read only", "this board takes no reports in");
            return;
        }
        var (name, outlet, published) = (Text(context, "name"), Text(context, "outlet"), Text(context, "published"));
        if (name is null || outlet is null || published is null || published.Length > 0 && Day(published) is null)
        {
            await Problems.Write(context, StatusCodes.Status400BadRequest, "not valid", $"name and outlet take up to {Ask.LongestText} characters, published a day as 2021-08-13");
            return;
        }
        using var bytes = new MemoryStream();
        if (!await Copy(context.Request.Body, bytes, context.RequestAborted))
        {
            await Problems.Write(context, StatusCodes.Status413PayloadTooLarge, "too large", $"a report may be {Intake.MostBytes:N0} bytes long");
            return;
        }
        var hints = ArticleHints.None with
        {
            Path = name.Length > 0 ? name : null,
            ContentType = context.Request.ContentType is { Length: > 0 and < 200 } type && !type.StartsWith("application/octet-stream", StringComparison.Ordinal) ? type : null,
            Outlet = outlet.Length > 0 ? outlet : null,
            Published = Day(published),
            MaxBytes = Intake.MostBytes,
        };
        if (_intake.Take(name.Length > 0 ? name : "a report", bytes.ToArray(), hints) is not { } job)
        {
            await Problems.Write(context, StatusCodes.Status503ServiceUnavailable, "busy", "many reports wait already; try again later");
            return;
        }
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        await Write(context, System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new Taken([job]), AnswerJson.Default.Taken), "application/json; charset=utf-8");
    }

    private static string? Text(HttpContext context, string name) =>
        context.Request.Query[name].ToString() is { Length: <= Ask.LongestText } value && !value.Any(char.IsControl) ? value.Trim() : null;

    private static DateOnly? Day(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? day : null;

    private static async Task<bool> Copy(Stream from, MemoryStream to, CancellationToken stop)
    {
        var buffer = new byte[1 << 16];
        for (int read; (read = await from.ReadAsync(buffer, stop)) > 0;)
        {
            if (to.Length + read > Intake.MostBytes) return false;
            to.Write(buffer, 0, read);
        }
        return true;
    }
}
