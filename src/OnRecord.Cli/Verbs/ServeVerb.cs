using System.CommandLine;
using System.Net;
using OnRecord.Language;
using OnRecord.Ledger;
using OnRecord.Storage;
using OnRecord.Web;
using OnRecord.Web.Serving;

namespace OnRecord.Cli.Verbs;

/// <summary><c>serve</c>: the record as a page in the browser, from this process.</summary>
internal static class ServeVerb
{
    public static Command Create(Surroundings s)
    {
        var port = Shared.Count("--port", $"The port (default: {BoardOptions.UsualPort}; 0 takes a free one).");
        var address = new Option<string?>("--address") { Description = "The address to listen at (default: this machine alone, 127.0.0.1). Any other needs a token; one is made where none is given.", HelpName = "IP" };
        var token = new Option<string?>("--token") { Description = "What visitors must know (default: $ONRECORD_TOKEN).", HelpName = "WORD" };
        var names = new Option<bool>("--names") { Description = "Show the names of private persons too." };
        var readOnly = new Option<bool>("--read-only") { Description = "Take no reports in." };
        var command = new Command("serve", "Shows the record as a page in the browser: map, timeline, commitments, disagreements, statements, situation report.") { port, address, token, names, readOnly };
        command.SetAction(parsed =>
        {
            var at = parsed.GetValue(address);
            if (at is not null && !IPAddress.TryParse(at, out _)) return s.Fail(new Problem("is not an IP address", at, "give one as 127.0.0.1 or 0.0.0.0"), ExitCodes.Usage);
            var path = parsed.RecordPath(s);
            var options = new BoardOptions
            {
                Address = at is null ? IPAddress.Loopback : IPAddress.Parse(at),
                Port = parsed.GetValue(port) ?? BoardOptions.UsualPort,
                Token = parsed.GetValue(token) ?? (s.Environment("ONRECORD_TOKEN") is { Length: > 0 } set ? set : null),
                Names = parsed.GetValue(names),
                ReadOnly = parsed.GetValue(readOnly),
                Data = s.Data,
                Title = Records.Title(path),
                Clock = s.Clock,
            };
            if (options.Port > 65535) return s.Fail(new Problem("is no port", $"--port {options.Port}", "give one up to 65535"), ExitCodes.Usage);
            var opened = Records.Open(path, options.ReadOnly, Shared.Patience);
            if (opened.Value is not { } ledger) return s.Fail(opened.Problem!, ExitCodes.Record);
            using (ledger) return Serve(s, ledger, options, "");
        });
        return command;
    }

    /// <summary>Serves until the user stops it; <paramref name="view"/> is the page that the address printed opens.</summary>
    public static int Serve(Surroundings s, ILedger ledger, BoardOptions options, string view)
    {
        if (!IPAddress.IsLoopback(options.Address) && options.Token is null) options = options with { Token = Gate.NewToken() };
        var started = BoardServer.StartAsync(options, ledger, s.Reader).GetAwaiter().GetResult();
        if (started.Value is not { } board) return s.Fail(started.Problem!, ExitCodes.Nothing);
        try
        {
            if (!board.HasPages) s.Say(new Problem("this program was built without its pages", "serve", "install Node.js 20 or newer and build again; the API answers at /api"));
            var any = options.Address.Equals(IPAddress.Any) || options.Address.Equals(IPAddress.IPv6Any);
            var shown = any ? new UriBuilder(board.Address) { Host = Dns.GetHostName() }.Uri : board.Address;
            var query = options.Token is { } token ? $"{(view.Contains('?') ? "&" : "?")}token={Uri.EscapeDataString(token)}" : "";
            s.Out.WriteLine($"The board is open at {new Uri(shown, view)}{query}");
            s.Out.WriteLine("Ctrl-C closes it.");
            s.Out.Flush();
            WaitHandle.WaitAny([s.Stop.WaitHandle, board.Ending.WaitHandle]);
        }
        finally
        {
            board.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
        return ExitCodes.Done;
    }
}
