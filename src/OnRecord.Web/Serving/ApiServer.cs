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
internal sealed class ApiServer(BoardOptions options, SnapshotSource source, ShapeFile shapes, EventHub events, Intake intake, CancellationToken stopping)
{
    private const long CacheBytes = 96 * 1024 * 1024;
    private const int LongestQuery = 12_000;
    private const int MostWarmDays = 1000;
    private static readonly string[] Reads = [HttpMethods.Get, HttpMethods.Head];
    private static readonly TimeSpan WarmAfter = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Stillness = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LeastRest = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);

    private readonly AnswerCache _cache = new(CacheBytes);
    private readonly SemaphoreSlim _working = new(Environment.ProcessorCount);
    private readonly ApiRoute[] _routes = [.. RecordRoutes.All(options), .. PictureRoutes.All, .. StatementRoutes.All, .. MapRoutes.All(shapes)];
    private long _asked;

    public void Map(IEndpointRouteBuilder app)
    {
        foreach (var route in _routes) app.MapMethods("/api/" + route.Path, Reads, (RequestDelegate)(context => Answer(context, route)));
        var document = new Lazy<byte[]>(() => OpenApi.Document(_routes));
        app.MapMethods("/api/openapi.json", Reads, (RequestDelegate)(context => Write(context, document.Value, "application/json; charset=utf-8")));
        app.MapGet("/api/events", (RequestDelegate)Listen);
        app.MapGet("/api/jobs", (RequestDelegate)(context => Write(context, System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(intake.Jobs(), AnswerJson.Default.Taken), "application/json; charset=utf-8")));
        app.MapPost("/api/read", (RequestDelegate)Read);
    }

    /// <summary>Works the map of each day out before it is asked for, the last day first, so that the slider need not wait: by all that is known, then as known on each day.
    /// Only while nobody asks for anything, a small part at a time and half a core at most; stops where it is overtaken.</summary>
    public async Task WarmAsync(CancellationToken stop)
    {
        var frame = _routes.Single(route => route.Path == "frame");
        var done = "";
        try
        {
            while (true)
            {
                await Task.Delay(WarmAfter, stop);
                var snapshot = source.Current;
                if (snapshot.Version == done || snapshot.Articles.Count == 0) continue;
                foreach (var (asOf, known) in Ahead(snapshot))
                {
                    if (source.Current != snapshot || _cache.Bytes > CacheBytes * 3 / 4) break;
                    var asked = new Ask { AsOf = asOf, Known = known };
                    var key = $"{snapshot.Version} {FramePath(asOf, known, asked.Days)}";
                    if (_cache.Kept(key) is not null) continue;
                    for (var more = true; more;) more = await Rested(() => snapshot.Begin(asOf, known), stop);
                    await Rested(() => _cache.Get(key, () => Packed(frame.Work(snapshot, asked))), stop);
                }
                // The far days have pushed the pictures of the last ones out, which are asked for most.
                for (var day = snapshot.Days.Last; day >= snapshot.Days.First && day > snapshot.Days.Last.AddDays(-PictureShelf.Most) && source.Current == snapshot; day = day.AddDays(-1))
                {
                    var at = day;
                    await Rested(() => snapshot.Draw(at, null), stop);
                }
                done = snapshot.Version;
            }
        }
        catch (OperationCanceledException)
        {
            // The board is closed.
        }
    }

    // Work that nobody waits for: once nobody has asked for anything for a while, and as long a rest after it.
    private async Task<T> Rested<T>(Func<T> work, CancellationToken stop)
    {
        while (options.Clock.GetElapsedTime(Interlocked.Read(ref _asked)) < Stillness) await Task.Delay(LookEvery, stop);
        var begun = options.Clock.GetTimestamp();
        var made = await Task.Run(work, stop);
        var took = options.Clock.GetElapsedTime(begun);
        if (took > LeastRest) await Task.Delay(took, stop);
        return made;
    }

    // As the pages ask for it: frameUrl in picture.tsx.
    private static string FramePath(DateOnly asOf, DateOnly? known, int days) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/api/frame?asOf={asOf:yyyy-MM-dd}{(known is { } day ? $"&known={day:yyyy-MM-dd}" : "")}&days={days}");

    private static IEnumerable<(DateOnly AsOf, DateOnly? Known)> Ahead(Snapshot snapshot)
    {
        var (first, last) = (snapshot.Days.First, snapshot.Days.Last);
        var days = Enumerable.Range(0, Math.Min(MostWarmDays, last.DayNumber - first.DayNumber + 1)).Select(back => last.AddDays(-back)).ToList();
        foreach (var day in days) yield return (day, null);
        foreach (var day in days.Skip(1))
        {
            yield return (last, day);
            yield return (day, day);
        }
    }

    private async Task Answer(HttpContext context, ApiRoute route)
    {
        Interlocked.Exchange(ref _asked, options.Clock.GetTimestamp());
        await source.LookAsync(now: false, context.RequestAborted);
        var snapshot = source.Current;
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
        var key = $"{snapshot.Version} {context.Request.Path}{query}";
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
            Interlocked.Exchange(ref _asked, options.Clock.GetTimestamp());
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
        if (!await events.Listen(context, stopping)) await Problems.Write(context, StatusCodes.Status503ServiceUnavailable, "too many", "too many pages listen already");
    }

    private async Task Read(HttpContext context)
    {
        if (options.ReadOnly)
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
        if (intake.Take(name.Length > 0 ? name : "a report", bytes.ToArray(), hints) is not { } job)
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
