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
            var (best, reference) = (new double[3], new double[3]);
            for (var round = 0; round < result.GetValue(rounds); round++)
                foreach (var threads in (int[])[1, 2])
                {
                    clock.Restart();
                    Run(parser, sentences, threads);
                    best[threads] = Math.Max(best[threads], words / clock.Elapsed.TotalSeconds);
                    reference[threads] = Math.Max(reference[threads], Speed.Reference(threads));
                }
            Say($"1 thread: {best[1]:F0} words/s, {best[1] / reference[1]:F0} per GFLOP/s of the reference ({reference[1]:F1} GFLOP/s, {Speed.Processor()})");
            Say($"2 threads: {best[2]:F0} words/s, {best[2] / best[1]:F2} times one; the reference alone, which needs no memory but the cache: {reference[2] / reference[1]:F2} times");
            return 0;
        });
        return command;
    }

    // As readers of articles call it: some forty sentences at a time, each thread taking the next.
    private static void Run(Parser parser, Sentence[] sentences, int threads)
    {
        var parts = sentences.Chunk(40).ToArray();
        var next = -1;
        void Work()
        {
            while (Interlocked.Increment(ref next) is var i && i < parts.Length) parser.Parse(parts[i]);
        }
        if (threads == 1) Work();
        else Parallel.Invoke([.. Enumerable.Repeat((Action)Work, threads)]);
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
