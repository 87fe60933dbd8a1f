using System.Diagnostics;
using System.Globalization;
using OnRecord;
using OnRecord.Language.Articles;
using OnRecord.Scores;

// What a picture costs as the record grows: OnRecord.Benchmarks picture [STATEMENTS…] [--write PAGE] [--note WORDS]
if (args is ["picture", .. var loads]) return OnRecord.Benchmarks.PictureScale.Run(OnRecord.Benchmarks.Load.Of(loads));

// What the record costs at a scale: OnRecord.Benchmarks ledger [STATEMENTS…] [--write PAGE] [--note WORDS]
if (args is ["ledger", .. var sizes]) return OnRecord.Benchmarks.LedgerScale.Run(OnRecord.Benchmarks.Load.Of(sizes));

// What many visitors at once cost a board that is open: OnRecord.Benchmarks board http://127.0.0.1:5840 [CLIENTS] [SECONDS]
if (args is ["board", var address, .. var load]) return await OnRecord.Benchmarks.BoardLoad.Run(address, load);

// All that is asked of the board, in a browser and under load: OnRecord.Benchmarks board-view RECORD.db [--write docs/scores.md]
if (args is ["board-view", .. var view]) return await OnRecord.Benchmarks.BoardView.Run(view);

// Articles per second from the text to the statements, on one core and on all. Usage: OnRecord.Benchmarks GOLD.yaml…
const double ArticleWords = 500;
const int WarmUp = 8;
var documents = new List<Article>();
foreach (var path in args)
{
    var set = GoldFile.Read(path);
    if (set.Value is null)
    {
        Console.Error.WriteLine(set.Problem);
        return 1;
    }
    foreach (var document in set.Value.Documents)
        if (ArticleReader.FromInput(new ArticleInput { Id = document.Id, Text = document.Text, Outlet = document.Outlet, Title = document.Title, Published = document.Published?.ToString("yyyy-MM-dd") }).Value is { } article)
            documents.Add(article);
}
if (documents.Count == 0)
{
    Console.Error.WriteLine("usage: OnRecord.Benchmarks GOLD.yaml…");
    return 2;
}

var words = documents.Sum(d => d.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
var cold = Stopwatch.StartNew();
var loaded = Reader.Load(Path.Combine(AppContext.BaseDirectory, "data"), Path.Combine(AppContext.BaseDirectory, "models"));
if (loaded.Value is not { } reader)
{
    Console.Error.WriteLine(loaded.Problem);
    return 3;
}
using (reader)
{
    Say($"load {cold.Elapsed.TotalMilliseconds:0} ms");
    cold.Restart();
    _ = reader.Read(documents[0]);
    Say($"first article {cold.Elapsed.TotalMilliseconds:0} ms");
    Say($"{documents.Count} documents, {words} words");
    Measure("cold, one core", () => documents.ForEach(d => reader.Read(d)));
    for (var i = 0; i < WarmUp; i++) documents.ForEach(d => reader.Read(d));   // until the compiler has done its work
    for (var round = 1; round <= 3; round++)
    {
        Measure($"round {round}, one core", () => documents.ForEach(d => reader.Read(d)));
        Measure($"round {round}, {Environment.ProcessorCount} cores", () => Parallel.ForEach(documents, d => reader.Read(d)));
    }
}
return 0;

void Measure(string what, Action work)
{
    GC.Collect();
    var before = GC.GetTotalAllocatedBytes();
    var processor = Environment.CpuUsage.TotalTime;
    var watch = Stopwatch.StartNew();
    work();
    var seconds = watch.Elapsed.TotalSeconds;
    // Processor time too: it says what the work costs where other programs share the machine.
    var busy = (Environment.CpuUsage.TotalTime - processor).TotalSeconds;
    Say($"{what}: {words / seconds / ArticleWords:0.0} articles of {ArticleWords} words/s, {words / busy / ArticleWords:0.0} per second of processor time, {documents.Count / seconds:0.0} documents/s, {(GC.GetTotalAllocatedBytes() - before) / 1048576.0 / documents.Count:0.00} MiB each");
}

static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
