using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OnRecord.Language;
using OnRecord.Ledger;
using OnRecord.Web.Api;
using OnRecord.Web.Maps;
using OnRecord.Web.Reading;
using OnRecord.Web.Serving;
using OnRecord.Web.Snapshots;

namespace OnRecord.Web;

/// <summary>The board: the record as an API and as pages, served from this process until it is disposed of.</summary>
public sealed class BoardServer : IAsyncDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    private readonly WebApplication _app;
    private readonly SnapshotSource _source;
    private readonly CancellationTokenSource _stopping;
    private readonly Task[] _work;

    private BoardServer(WebApplication app, SnapshotSource source, CancellationTokenSource stopping, Task[] work, bool pages)
    {
        (_app, _source, _stopping, _work, HasPages) = (app, source, stopping, work, pages);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Set when the system asks the program to end.</summary>
    public CancellationToken Ending => _app.Lifetime.ApplicationStopping;

    /// <summary>False where the program was built without the pages, so that only the API answers.</summary>
    public bool HasPages { get; }

    /// <summary>Starts it over a ledger, or says what stands in the way; the reader is loaded when the first report is handed in.</summary>
    public static async Task<Outcome<BoardServer>> StartAsync(BoardOptions options, ILedger ledger, Func<Outcome<IReader>> reader)
    {
        if (!IPAddress.IsLoopback(options.Address) && string.IsNullOrEmpty(options.Token))
            return new Problem("other machines could read the record", options.Address.ToString(), "give a token, or listen at 127.0.0.1");
        var opened = ShapeFile.Open(options.Data);
        if (opened.Value is not { } shapes) return opened.Problem!;
        var stopping = new CancellationTokenSource();
        var source = new SnapshotSource(ledger, options.Names, options.Clock);
        var events = new EventHub();
        source.Grown += snapshot => events.Tell("record", new Grown(snapshot.Version, snapshot.Articles.Count, snapshot.Entries.Length), AnswerJson.Default.Grown);
        var intake = new Intake(ledger, reader, source, events, options.Clock);
        var pages = new Pages();
        var api = new ApiServer(options, source, shapes, events, intake, stopping.Token);
        var app = Made(options, api, pages);
        try
        {
            await app.StartAsync(stopping.Token);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            await app.DisposeAsync();
            return new Problem("another program listens there already", $"{options.Address}:{options.Port}", "name another port with --port");
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException)
        {
            await app.DisposeAsync();
            return new Problem($"cannot listen there ({e.Message.TrimEnd('.')})", $"{options.Address}:{options.Port}", "name another address or port");
        }
        return new BoardServer(app, source, stopping, [intake.WorkAsync(stopping.Token), Watch(source, events, stopping.Token), api.Ahead.RunAsync(stopping.Token)], pages.AreThere);
    }

    /// <summary>Closes it.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_work);
        await _app.DisposeAsync();
        _source.Dispose();
        _stopping.Dispose();
    }

    private static WebApplication Made(BoardOptions options, ApiServer api, Pages pages)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddRouting();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(options.Address, options.Port);
            // More than is taken, so that who sends too much still hears why.
            kestrel.Limits.MaxRequestBodySize = 4L * Intake.MostBytes;
            kestrel.Limits.MaxRequestLineSize = 16 * 1024;
            kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
            kestrel.Limits.MaxConcurrentConnections = 2000;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
        var app = builder.Build();
        var guard = new Guard(options, new Gate(options.Token, options.Clock));
        app.Use(next => context => guard.Pass(context, next));
        app.Use(next => context => Careful(context, next));
        app.UseRouting();
        api.Map(app);
        app.MapFallback("{*path}", async context =>
        {
            var isApi = context.Request.Path.StartsWithSegments("/api");
            if (!isApi && await pages.TryServe(context)) return;
            await Problems.Write(context, StatusCodes.Status404NotFound, "not found", isApi || pages.AreThere ? "there is nothing at this address" : "this program was built without the pages; see /api/openapi.json for what it answers");
        });
        return app;
    }

    // What goes wrong is said without telling how it is built.
    private static async Task Careful(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The visitor has gone.
        }
        catch (BadHttpRequestException e)
        {
            await Problems.Write(context, e.StatusCode, "not valid", "the request cannot be read");
        }
        catch (LedgerFailure e)
        {
            await Problems.Write(context, StatusCodes.Status503ServiceUnavailable, "the record cannot be read", e.Problem.What);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            await Problems.Write(context, StatusCodes.Status500InternalServerError, "a mistake in OnRecord", e.GetType().Name);
        }
    }

    // Another program may write to the record: pages that are open want to know.
    private static async Task Watch(SnapshotSource source, EventHub events, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(LookEvery);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                if (!events.IsHeard) continue;
                try
                {
                    await source.LookAsync(now: false, stop);
                }
                catch (LedgerFailure)
                {
                    // Whoever asks next is told; the board goes on looking.
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The board is closed.
        }
    }
}
