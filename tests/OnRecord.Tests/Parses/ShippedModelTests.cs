using OnRecord.Lab.Training;
using OnRecord.Language.Parses;
using Treebank = OnRecord.Lab.Training.Treebank;

namespace OnRecord.Tests.Parses;

/// <summary>The model that ships with the product.</summary>
public sealed class ShippedModelTests : IClassFixture<ShippedModelTests.Shipped>
{
    private readonly Parser _parser;

    public ShippedModelTests(Shipped shipped) => _parser = shipped.Parser;

    [Fact]
    public void It_finds_who_did_what_where_and_who_says_so()
    {
        var parse = Parse("Taliban fighters seized control of Kunduz on Sunday , officials said .");
        var tree = new Tree(parse);
        var seized = Find(parse, "seized");
        parse.Words[seized].Lemma.ShouldBe("seize");
        parse.Words[seized].Relation.ShouldBe("ccomp");
        parse.Words[tree.Root].Form.ShouldBe("said");
        parse.Words[tree.Child(seized, "nsubj")].Form.ShouldBe("fighters");
        parse.Words[tree.Child(seized, "obj")].Form.ShouldBe("control");
        parse.Words[tree.Child(tree.Root, "nsubj")].Lemma.ShouldBe("official");
        parse.Names.ShouldBe([new Name(0, 1, NameKind.Organisation), new Name(5, 6, NameKind.Location)]);
    }

    [Fact]
    public void It_tells_passives_with_their_agents()
    {
        var parse = Parse("At least 35 soldiers were killed by an airstrike in Idlib .");
        var tree = new Tree(parse);
        parse.Words[tree.Root].Lemma.ShouldBe("kill");
        parse.Words[tree.Child(tree.Root, "nsubj:pass")].Lemma.ShouldBe("soldier");
        parse.Words[tree.Child(tree.Root, "aux:pass")].Lemma.ShouldBe("be");
        parse.Words[tree.Child(tree.Root, "obl:agent")].Form.ShouldBe("airstrike");
    }

    [SharedDataFact("data/ud-ewt/dev.conllu")]
    public void It_keeps_its_scores_on_web_text()
    {
        var dev = Treebank.Read(Path.Combine(SharedData.Root!, "data", "ud-ewt", "dev.conllu"));
        NameLayers.FromTags(dev, Treebank.ReadTags(Path.Combine(SharedData.Root!, "data", "uner-ewt", "dev.iob2")));
        AtLeast(DevScores.Of(_parser, dev), 96.4, 97.4, 89.5, 86.6, 75.5);
    }

    [SharedDataFact("data/ud-gum/dev.conllu")]
    public void It_keeps_its_scores_on_news_and_other_edited_text() =>
        AtLeast(DevScores.Of(_parser, Treebank.Read(Path.Combine(SharedData.Root!, "data", "ud-gum", "dev.conllu"))), 97, 97.9, 88.9, 86.1, 0);

    private static void AtLeast(DevScores scores, double upos, double lemma, double uas, double las, double names)
    {
        scores.Upos.ShouldBeGreaterThan(upos);
        scores.Lemma.ShouldBeGreaterThan(lemma);
        scores.Uas.ShouldBeGreaterThan(uas);
        scores.Las.ShouldBeGreaterThan(las);
        scores.NameF1.ShouldBeGreaterThanOrEqualTo(names);
    }

    private Parse Parse(string text) => _parser.Parse([DevScores.Sentence(text.Split(' '))])[0];

    private static int Find(Parse parse, string form) => parse.Words.Select(w => w.Form).ToList().IndexOf(form);

    public sealed class Shipped : IDisposable
    {
        public Parser Parser { get; } = Parser.Load(Path.Combine(AppContext.BaseDirectory, "models", "core-en.bin")).Value!;

        public void Dispose() => Parser.Dispose();
    }
}
