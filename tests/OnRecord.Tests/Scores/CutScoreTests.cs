using OnRecord.Lab.Scores;
using OnRecord.Language.Parses;

namespace OnRecord.Tests.Scores;

/// <summary>The least that the cut must reach on raw text.</summary>
public class CutScoreTests
{
    [SharedDataFact("data/ud-ewt/dev.conllu")]
    public void Web_text_is_cut_well_enough() => Reaches("data/ud-ewt/dev.conllu", 83.5, 99.1);

    [SharedDataFact("data/ud-gum/dev.conllu")]
    public void Edited_text_is_cut_well_enough() => Reaches("data/ud-gum/dev.conllu", 95, 99.7);

    private static void Reaches(string path, double sentences, double words)
    {
        var gold = Conllu.ReadFile(Path.Combine(SharedData.Root!, path)).Value!.Sentences;
        var score = Conll18.Of(gold, ScoreLanguage.Analyse(gold, null, false)).Value!;
        score["Sentences"].F1.ShouldBeGreaterThanOrEqualTo(sentences);
        score["Words"].F1.ShouldBeGreaterThanOrEqualTo(words);
    }
}
