using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace OnRecord.Benchmarks;

/// <summary>Many visitors at once, each asking for one list after the other; what they waited for and what went wrong.</summary>
internal static class BoardLoad
{
    private const int UsualClients = 200;
    private const int UsualSeconds = 60;

    /// <summary>What the visitors got: waits in milliseconds, and what went wrong how often.</summary>
    internal sealed record Figures(int Answers, double PerSecond, double MebibytesPerSecond, double P50, double P95, double P99, double Longest, IReadOnlyDictionary<string, int> Wrong)
    {
        public int Errors => Wrong.Values.Sum();
    }

    public static async Task<int> Run(string address, string[] load)
    {
        var clients = load.Length > 0 ? int.Parse(load[0], CultureInfo.InvariantCulture) : UsualClients;
        var figures = await Measure(address, clients, load.Length > 1 ? int.Parse(load[1], CultureInfo.InvariantCulture) : UsualSeconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{clients} clients: {figures.Answers} answers, {figures.PerSecond:0}/s, {figures.MebibytesPerSecond:0} MiB/s; p50 {figures.P50:0} ms, p95 {figures.P95:0} ms, p99 {figures.P99:0} ms, longest {figures.Longest:0} ms; errors: {figures.Errors}"));
        foreach (var (what, count) in figures.Wrong.OrderByDescending(pair => pair.Value)) Console.WriteLine($"  {count} × {what}");
        return figures.Errors == 0 ? 0 : 1;
    }

    /// <summary>Lets clients ask one thing after the other for some seconds.</summary>
    public static async Task<Figures> Measure(string address, int clients, int seconds)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = clients }) { BaseAddress = new Uri(address), DefaultRequestHeaders = { { "Accept-Encoding", "gzip, br" } } };
        using var plain = new HttpClient { BaseAddress = new Uri(address) };
        var record = JsonDocument.Parse(await plain.GetStringAsync("/api/record")).RootElement;
        var last = DateOnly.ParseExact(record.GetProperty("last").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var waits = new ConcurrentBag<double>();
        var wrong = new ConcurrentDictionary<string, int>();
        var bytes = 0L;
        var all = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(async client =>
        {
            var random = new Random(client);
            while (all.Elapsed.TotalSeconds < seconds)
            {
                var path = Path(random, last);
                var watch = Stopwatch.StartNew();
                try
                {
                    using var response = await http.GetAsync(path);
                    var body = await response.Content.ReadAsByteArrayAsync();
                    Interlocked.Add(ref bytes, body.Length);
                    if (!response.IsSuccessStatusCode) wrong.AddOrUpdate($"{(int)response.StatusCode} {path.Split('?')[0]}", 1, (_, n) => n + 1);
                }
                catch (HttpRequestException e)
                {
                    wrong.AddOrUpdate(e.HttpRequestError.ToString(), 1, (_, n) => n + 1);
                }
                waits.Add(watch.Elapsed.TotalMilliseconds);
            }
        }));
        var took = all.Elapsed.TotalSeconds;
        var sorted = waits.Order().ToList();
        return new Figures(sorted.Count, sorted.Count / took, bytes / 1048576.0 / took, At(0.5), At(0.95), At(0.99), sorted[^1], wrong);

        double At(double share) => sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];
    }

    // As people do it: mostly lists of the last days, some searching, some leafing.
    private static string Path(Random random, DateOnly last) => random.Next(8) switch
    {
        0 => $"/api/happenings?asOf={Day(random, last)}&limit=50",
        1 => $"/api/commitments?asOf={Day(random, last)}&limit=50",
        2 => $"/api/statements?limit=100&offset={random.Next(40) * 100}",
        3 => $"/api/statements?limit=100&q={Words[random.Next(Words.Length)]}",
        4 => $"/api/facets?q={Words[random.Next(Words.Length)]}",
        5 => $"/api/frame?asOf={Day(random, last)}&days=7",
        6 => $"/api/disagreements?asOf={Day(random, last)}",
        _ => "/api/record",
    };

    private static readonly string[] Words = ["police", "attack", "killed", "city", "army", "president", "troops", "bomb"];

    private static string Day(Random random, DateOnly last) => last.AddDays(-random.Next(30)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
