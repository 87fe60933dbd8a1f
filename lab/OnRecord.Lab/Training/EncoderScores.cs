using System.Diagnostics;
using System.Globalization;
using OnRecord.Language.Parses;

namespace OnRecord.Lab.Training;

/// <summary>How a network in training does on sentences whose words are given, in per cent, by the trainer's own forward pass.</summary>
internal sealed record EncoderScores(double Upos, double Uas, double Las, double NameF1, double WordsPerSecond)
{
    private const int BlockWords = 1000;

    public static EncoderScores Of(Worker worker, ItemMaker maker, List<TrainingSentence> gold)
    {
        var items = gold.Select(s => maker.Make(s)).OrderByDescending(i => i.Count).ToArray();
        var readings = new List<Reading>();
        var clock = Stopwatch.StartNew();
        for (var start = 0; start < items.Length;)
        {
            int end = start, words = 0;
            while (end < items.Length && (end == start || words + items[end].Count <= BlockWords)) words += items[end++].Count;
            readings.AddRange(worker.Read(items[start..end]));
            start = end;
        }
        var seconds = clock.Elapsed.TotalSeconds;
        int all = 0, upos = 0, heads = 0, labels = 0, found = 0, right = 0, there = 0;
        foreach (var reading in readings)
        {
            var item = reading.Item;
            for (var i = 0; i < item.Count; i++)
            {
                all++;
                if (reading.Upos[i] == item.Tags[0][i]) upos++;
                if (reading.Heads[i] != item.Heads![i]) continue;
                heads++;
                if (reading.Relations[i] == item.Relations![i]) labels++;
            }
            if (item.Names is not { } names) continue;
            var expected = DevScores.Spans(names);
            var given = reading.Names.Where(n => n.Kind != NameKind.Other).ToList();
            (there, found, right) = (there + expected.Count, found + given.Count, right + given.Count(expected.Contains));
        }
        return new EncoderScores(100.0 * upos / all, 100.0 * heads / all, 100.0 * labels / all, there + found == 0 ? 0 : 200.0 * right / (there + found), all / seconds);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"UPOS {Upos:F1} UAS {Uas:F1} LAS {Las:F1} names {NameF1:F1} ({WordsPerSecond:F0} words/s)");
}
