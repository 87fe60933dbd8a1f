using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace OnRecord.Benchmarks;

/// <summary>Measures the board as a whole on one record: what a visitor waits for in a browser, and what many visitors at once wait for.</summary>
internal static class BoardView
{
    private const string Begin = "<!-- board-view: begin -->", End = "<!-- board-view: end -->";
    private const string Usage = "usage: OnRecord.Benchmarks board-view RECORD.db [--seconds N] [--clients N] [--note TEXT] [--write docs/scores.md]   (run in the repository's root)";

    public static async Task<int> Run(string[] args)
    {
        if (args.Length == 0 || args[0].StartsWith('-') || !File.Exists(args[0]))
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }
        string? Option(string name) => Array.IndexOf(args, name) is var at and > 0 && at + 1 < args.Length ? args[at + 1] : null;
        var seconds = int.Parse(Option("--seconds") ?? "60", CultureInfo.InvariantCulture);
        var clients = int.Parse(Option("--clients") ?? "200", CultureInfo.InvariantCulture);
        var page = new StringBuilder();
        using (var served = Served.Start(args[0]))
        {
            Say($"Load of the machine before: {LoadAverage()}; {Environment.ProcessorCount} processors; the board was open after {served.Opened.TotalSeconds:0.0} s. The browser draws by software, on the same processors.");
            Say($"");
            Say($"| measure | bar | figure |");
            Say($"|---|---|---|");
            // Just started: days that nobody has asked for yet are the dearest.
            Load(await BoardLoad.Measure(served.Address, clients, seconds), "just started");
            var rested = await served.Rest();
            Say($"| the days worked out ahead, after that | | {(rested is { } time ? $"{time.TotalSeconds:0} s" : $"not yet after {Served.LongestRest.TotalSeconds:0} s")} |");
            Say($"| memory of the server: at most, then at rest | bounded | {served.MemoryMost} and {served.Memory} MB resident |");
            if (served.Browse() is not { } browsed)
            {
                Console.Error.WriteLine("the browser could not be used: see what node says above");
                return 1;
            }
            Browser(JsonDocument.Parse(browsed).RootElement);
            Say($"| the pages' own script, Brotli, without MapLibre | 350 kB | {Script()} kB |");
        }
        // Another one, of which nothing is worked out yet: what a visitor waits for who comes at once.
        using (var opened = Served.Start(args[0]))
        {
            if (opened.Browse("opened") is not { } browsed) return 1;
            Steps(JsonDocument.Parse(browsed).RootElement, "; a board just opened, which works the days out meanwhile");
        }
        if (Option("--write") is { } path) Write(path, $"{DateTime.UtcNow:yyyy-MM-dd}{(Option("--note") is { } note ? ", " + note : "")}.\n\n{page}");
        return 0;

        // Said as it is measured: the whole takes some minutes.
        void Say(FormattableString line)
        {
            var text = line.ToString(CultureInfo.InvariantCulture);
            page.Append(text).Append('\n');
            Console.WriteLine(text);
        }

        void Load(BoardLoad.Figures load, string when) =>
            Say($"| {clients} clients for {seconds} s, {when} (load {LoadAverage()}) | no error, p99 250 ms | {(load.Errors == 0 ? "no error" : $"{load.Errors} errors")} in {load.Answers} answers ({load.PerSecond:0}/s); p50 {load.P50:0}, p95 {load.P95:0}, p99 {load.P99:0} ms |");

        void Browser(JsonElement found)
        {
            var first = found.GetProperty("first");
            Say($"| first view ({first.GetArrayLength()} times, load {LoadAverage()}): lists / map with all that is known / map can be moved | 1.5 s | {Seconds(first, "lists")} / {Seconds(first, "map")} / {Seconds(first, "movable")} s |");
            Steps(found, "");
            var table = found.GetProperty("table");
            Say($"| the table, all {table.GetProperty("rows").GetInt32()} rows in {table.GetProperty("seconds").GetDouble():0} s (load {LoadAverage()}) | 60 frames/s | {Frames(table):0.0} frames/s; {table.GetProperty("late").GetInt32()} of {table.GetProperty("frames").GetInt32()} frames later than 25 ms; rows in sight not there yet in {table.GetProperty("waiting").GetInt32()} |");
            var empty = found.GetProperty("empty");
            Say($"| an empty page scrolled as fast in the same browser: the most that can be had here | | {Frames(empty):0.0} frames/s; {empty.GetProperty("late").GetInt32()} of {empty.GetProperty("frames").GetInt32()} frames later than 25 ms |");
        }

        void Steps(JsonElement found, string when)
        {
            Step("key after key", "stepsQuick");
            Step("with a pause", "stepsPaused");
            Step("by the week, with a pause", "stepsFar");
            Step("as known on another day, with a pause", "stepsKnown");

            void Step(string how, string name)
            {
                var steps = found.GetProperty(name).EnumerateArray().Select(step => step.GetDouble()).Order().ToList();
                Say($"| slider step, from the key to the frame in which map and lists show the day, {how} ({steps.Count} steps{when}) | 100 ms | median {steps[steps.Count / 2]:0}, from {steps[0]:0} to {steps[^1]:0} ms; {steps.Count(step => step < 100)} under 100 ms |");
            }
        }
    }

    private static double Frames(JsonElement found) => found.GetProperty("frames").GetInt32() / found.GetProperty("seconds").GetDouble();

    private static string Seconds(JsonElement views, string name)
    {
        var times = views.EnumerateArray().Select(view => view.GetProperty(name).GetDouble() / 1000).Order().ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{times[times.Count / 2]:0.00} ({times[0]:0.00} to {times[^1]:0.00})");
    }

    private static string LoadAverage() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "not known";

    private static string Script()
    {
        var folder = Path.Combine("artifacts", "board", "pages", "assets");
        var own = Directory.Exists(folder) ? Directory.GetFiles(folder, "index-*.js.br").Sum(file => new FileInfo(file).Length) : 0;
        return (own / 1024.0).ToString("0", CultureInfo.InvariantCulture);
    }

    private static void Write(string path, string body)
    {
        var block = $"{Begin}\n{body.Trim()}\n{End}";
        var text = File.ReadAllText(path);
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        File.WriteAllText(path, from < 0 || to < from ? $"{text.TrimEnd()}\n\n## The board\n\n{block}\n" : text[..from] + block + text[(to + End.Length)..]);
    }

    /// <summary>The command as people run it, over a record, at a free port.</summary>
    private sealed class Served : IDisposable
    {
        // It begins to work ahead only after a silence.
        private const int QuietLooks = 4;
        private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

        private readonly Process _process;

        private Served(Process process, string address, TimeSpan opened) => (_process, Address, Opened) = (process, address, opened);

        public string Address { get; }

        public TimeSpan Opened { get; }

        public string MemoryMost => Status("VmHWM:");

        public string Memory => Status("VmRSS:");

        public static Served Start(string record)
        {
            var watch = Stopwatch.StartNew();
            var process = Process.Start(new ProcessStartInfo("./onrecord", ["serve", "--record", record, "--port", "0"]) { RedirectStandardOutput = true })!;
            while (process.StandardOutput.ReadLine() is { } line)
                if (line.IndexOf("http://", StringComparison.Ordinal) is var at and >= 0) return new Served(process, line[at..].Split(' ')[0], watch.Elapsed);
            throw new InvalidOperationException("the board did not open");
        }

        /// <summary>How long a measurement waits for it.</summary>
        public static TimeSpan LongestRest { get; } = TimeSpan.FromSeconds(240);

        /// <summary>Waits until it works nothing out ahead any more: how long that took, or null where it took longer than a measurement waits.</summary>
        public async Task<TimeSpan?> Rest()
        {
            var watch = Stopwatch.StartNew();
            for (var quiet = 0; watch.Elapsed < LongestRest;)
            {
                var before = _process.TotalProcessorTime;
                await Task.Delay(LookEvery);
                _process.Refresh();
                quiet = (_process.TotalProcessorTime - before).TotalSeconds < 0.1 ? quiet + 1 : 0;
                if (quiet == QuietLooks) return watch.Elapsed - QuietLooks * LookEvery;
            }
            return null;
        }

        /// <summary>What the browser measured, or null where it could not.</summary>
        public string? Browse(string how = "200")
        {
            var start = new ProcessStartInfo("node", ["tests/measure.mjs", Address, how]) { WorkingDirectory = Path.Combine("src", "OnRecord.Web", "board"), RedirectStandardOutput = true };
            using var node = Process.Start(start)!;
            var said = node.StandardOutput.ReadToEnd();
            node.WaitForExit();
            return node.ExitCode == 0 ? said : null;
        }

        public void Dispose()
        {
            if (!_process.HasExited) _process.Kill(entireProcessTree: true);
            _process.Dispose();
        }

        private string Status(string name) => File.Exists($"/proc/{_process.Id}/status")
            ? (int.Parse(File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..^2].Trim(), CultureInfo.InvariantCulture) / 1024).ToString(CultureInfo.InvariantCulture)
            : "not known";
    }
}
