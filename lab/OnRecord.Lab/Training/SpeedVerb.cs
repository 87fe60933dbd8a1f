using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using OnRecord.Language.Parses;
using OnRecord.Language.Sentences;

namespace OnRecord.Lab.Training;

/// <summary>`lab speed`: how fast the language core is on the dev sets, on one thread and on two; the best of several rounds.</summary>
internal static class SpeedVerb
{
    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = "The folder of data sets", DefaultValueFactory = _ => "../shared/data" };
        var model = new Option<string>("--model") { Description = "The model", DefaultValueFactory = _ => "models/core-en.bin" };
        var rounds = new Option<int>("--rounds") { Description = "Rounds of each", DefaultValueFactory = _ => 8 };
        var command = new Command("speed", "Measures the language core's words per second, start and memory.") { data, model, rounds };
        command.SetAction(result =>
        {
            var clock = Stopwatch.StartNew();
            var outcome = Parser.Load(result.GetValue(model)!);
            if (outcome.Value is not { } parser)
            {
                Console.Error.WriteLine(outcome.Problem);
                return 1;
            }
            Say($"loaded in {clock.ElapsedMilliseconds} ms");
            var sentences = new[] { "ud-ewt", "ud-gum" }.SelectMany(t => Treebank.Read(Path.Combine(result.GetValue(data)!, t, "dev.conllu"))).Select(DevScores.Sentence).ToArray();
            var words = sentences.Sum(s => s.Tokens.Length);
            Run(parser, sentences, 1);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Run(parser, sentences, 1);
            Say($"{(double)(GC.GetAllocatedBytesForCurrentThread() - before) / words:F0} bytes allocated per word, results included");
            foreach (var threads in (int[])[1, 2])
            {
                var best = TimeSpan.MaxValue;
                for (var round = 0; round < result.GetValue(rounds); round++)
                {
                    clock.Restart();
                    Run(parser, sentences, threads);
                    if (clock.Elapsed < best) best = clock.Elapsed;
                }
                Say($"{threads} threads: {words / best.TotalSeconds:F0} words/s");
            }
            return 0;
        });
        return command;
    }

    // As an article's reader calls it: some forty sentences at a time.
    private static void Run(Parser parser, Sentence[] sentences, int threads)
    {
        var parts = sentences.Chunk(40).ToArray();
        if (threads == 1) Array.ForEach(parts, p => parser.Parse(p));
        else Parallel.ForEach(parts, new ParallelOptions { MaxDegreeOfParallelism = threads }, p => parser.Parse(p));
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
