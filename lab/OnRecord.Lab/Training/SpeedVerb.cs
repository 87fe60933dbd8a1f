using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using OnRecord.Lab.Scores;
using OnRecord.Language.Parses;
using OnRecord.Language.Sentences;

namespace OnRecord.Lab.Training;

/// <summary>`lab speed`: how fast the language core is on the dev sets, on one thread and on two, beside a reference that scales as the machine does; the best of several rounds.</summary>
internal static class SpeedVerb
{
    // As many sentences as an article has.
    private const int ArticleSentences = 40;

    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = "The folder of data sets", DefaultValueFactory = _ => "../shared/data" };
        var model = new Option<string>("--model") { Description = "The model", DefaultValueFactory = _ => "models/core-en.bin" };
        var rounds = new Option<int>("--rounds") { Description = "Rounds of each", DefaultValueFactory = _ => 8 };
        var write = new Option<string?>("--write") { Description = "The page whose section is to be brought up to date." };
        var note = new Option<string?>("--note") { Description = "A word on the machine, for the page." };
        var command = new Command("speed", "Measures the language core's words per second, start and memory.") { data, model, rounds, write, note };
        command.SetAction(r => Run(r.GetValue(data)!, r.GetValue(model)!, r.GetValue(rounds), r.GetValue(write), r.GetValue(note)));
        return command;
    }

    private static int Run(string data, string model, int rounds, string? write, string? note)
    {
        var load = Load();
        var clock = Stopwatch.StartNew();
        var outcome = Parser.Load(model);
        if (outcome.Value is not { } parser) return LabModel.Fail(outcome.Problem!);
        using var closing = parser;
        var loaded = clock.Elapsed.TotalMilliseconds;
        List<string> texts = [];
        foreach (var set in (string[])["ud-ewt", "ud-gum"])
        {
            var read = Conllu.ReadFile(Path.Combine(data, set, "dev.conllu"));
            if (read.Value is not { } treebank) return LabModel.Fail(read.Problem!);
            texts.AddRange(treebank.Sentences.Chunk(ArticleSentences).Select(Conllu.RawText));
        }
        var words = Read(parser, texts, 1);
        var scratch = Scratch(parser, [.. texts.Select(t => SentenceSplitter.Split(t).ToArray())]);
        // The reference runs fast only once it was compiled for speed.
        for (var i = 0; i < 5; i++) Speed.Reference(2);
        var (best, reference) = (new double[3], new double[3]);
        for (var round = 0; round < rounds; round++)
            foreach (var threads in (int[])[1, 2])
            {
                clock.Restart();
                Read(parser, texts, threads);
                best[threads] = Math.Max(best[threads], words / clock.Elapsed.TotalSeconds);
                reference[threads] = Math.Max(reference[threads], Speed.Reference(threads));
            }
        FormattableString table = $"""
            Raw text to trees and names, {words:N0} words of the dev sets in pieces of {ArticleSentences} sentences; the best of {rounds} rounds; {Speed.Processor()}, {Environment.ProcessorCount} cores, load of the machine before {load}.

            | measured | bar | figure |
            |---|---|---|
            | words a second on one thread | ≥ 15,000; aim 40,000 | {best[1]:N0} |
            | the same for each GFLOP/s of the reference ({reference[1]:F1} GFLOP/s here) | | {best[1] / reference[1]:N0} |
            | words a second on two threads | | {best[2]:N0} |
            | two threads against one | ≥ 1.8 | {best[2] / best[1]:F2} |
            | the reference, which needs no memory but the cache, on two threads against one | | {reference[2] / reference[1]:F2} |
            | load, first in its process | < 200 ms | {loaded:F0} ms |
            | weights | ≤ 24 MB | {new FileInfo(model).Length / 1e6:F2} MB |
            | allocated besides the parses themselves, bytes a word | 0 | {scratch.Besides / words:F2} |
            | the parses themselves, bytes a word | | {scratch.Own / words:F1} |

            """;
        var text = table.ToString(CultureInfo.InvariantCulture);
        Console.Write(text);
        if (write is not null) ScoresPage.Update(write, "speed", "Speed of the language core", text, note, []);
        return 0;
    }

    // As readers of articles call it, each thread taking the next text.
    private static int Read(Parser parser, List<string> texts, int threads)
    {
        var (next, words) = (-1, 0);
        void Work()
        {
            while (Interlocked.Increment(ref next) is var i && i < texts.Count) Interlocked.Add(ref words, parser.Parse(SentenceSplitter.Split(texts[i])).Sum(p => p.Words.Length));
        }
        if (threads == 1) Work();
        else Parallel.Invoke([.. Enumerable.Repeat((Action)Work, threads)]);
        return words;
    }

    // What parsing allocates, parted into the parses, which are weighed by copying them, and the rest.
    private static (double Own, double Besides) Scratch(Parser parser, List<Sentence[]> articles)
    {
        foreach (var sentences in articles) parser.Parse(sentences);
        var all = new ImmutableArray<Parse>[articles.Count];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < all.Length; i++) all[i] = parser.Parse(articles[i]);
        var parsed = GC.GetAllocatedBytesForCurrentThread();
        foreach (var parses in all) Copy(parses);
        var own = GC.GetAllocatedBytesForCurrentThread() - parsed;
        return (own, parsed - before - own);
    }

    private static Parse[] Copy(ImmutableArray<Parse> parses)
    {
        var copies = new Parse[parses.Length];
        for (var i = 0; i < copies.Length; i++) copies[i] = parses[i] with { Words = [.. parses[i].Words.AsSpan()], Names = parses[i].Names.Length == 0 ? [] : [.. parses[i].Names.AsSpan()] };
        return copies;
    }

    private static string Load()
    {
        const string file = "/proc/loadavg";
        return File.Exists(file) ? File.ReadAllText(file).Split(' ')[0] : "unknown";
    }
}
