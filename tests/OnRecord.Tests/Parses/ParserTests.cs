using OnRecord.Lab.Training;
using OnRecord.Language.Parses;

namespace OnRecord.Tests.Parses;

/// <summary>The parser on a network of the smallest sizes, trained in the test on four sentences.</summary>
public sealed class ParserTests : IClassFixture<ParserTests.Trained>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parser").FullName;
    private readonly Trained _trained;

    public ParserTests(Trained trained) => _trained = trained;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void It_gives_back_what_it_was_trained_on()
    {
        var gold = _trained.Tiny.Sentences;
        var parses = _trained.Parser.Parse([.. gold.Select(DevScores.Sentence)]);
        for (var s = 0; s < gold.Count; s++)
        {
            parses[s].Words.Select(w => (w.Form, w.Lemma, w.Upos, w.Head, w.Relation))
                .ShouldBe(gold[s].Forms.Zip(gold[s].Words!, (f, w) => (f, w.Lemma, w.Upos, w.Head, w.Relation)));
            parses[s].Sentence.Tokens.Length.ShouldBe(gold[s].Forms.Length);
        }
        parses[1].Names.ShouldBe([new Name(2, 3, NameKind.Location)]);
        parses[2].Names.ShouldBe([new Name(1, 2, NameKind.Organisation)]);
    }

    [Fact]
    public void The_same_data_and_seed_give_the_same_bytes()
    {
        var (one, other) = (Path.Combine(_folder, "one.bin"), Path.Combine(_folder, "other.bin"));
        Trained.Train(one, 6);
        Trained.Train(other, 6);
        File.ReadAllBytes(one).ShouldBe(File.ReadAllBytes(other));
    }

    [Fact]
    public void No_sentences_give_no_parses() => _trained.Parser.Parse([]).IsEmpty.ShouldBeTrue();

    [Fact]
    public void A_parse_does_not_depend_on_the_sentences_beside_it_nor_on_threads()
    {
        var noise = new Noise(21);
        string[] forms = ["Rebels", "seized", "the", "town", ".", "Kabul", "denied", "\u201Cwe\u201D", "3,000", "troops", "Mazar-i-Sharif", "LEFT"];
        var sentences = Enumerable.Range(0, 150).Select(_ => DevScores.Sentence([.. Enumerable.Range(0, 1 + noise.Below(60)).Select(_ => forms[noise.Below(forms.Length)])])).ToArray();
        var together = _trained.Parser.Parse(sentences);
        var alone = new Parse[sentences.Length];
        Parallel.For(0, sentences.Length, i => alone[i] = _trained.Parser.Parse([sentences[i]])[0]);
        for (var i = 0; i < sentences.Length; i++)
        {
            together[i].Words.ShouldBe(alone[i].Words);
            together[i].Names.ShouldBe(alone[i].Names);
        }
        together.Sum(p => p.Words.Length).ShouldBe(sentences.Sum(s => s.Tokens.Length));
    }

    [Fact]
    public void States_are_kept_where_asked_for_one_row_a_word()
    {
        var sentences = new[] { 3, 300, 7 }.Select(n => DevScores.Sentence([.. Enumerable.Range(0, n).Select(i => i % 2 == 0 ? "Rebels" : "left")])).ToArray();
        var kept = _trained.Parser.Parse(sentences, keepStates: true);
        kept.Select(p => (p.States!.Width, p.States.Count)).ShouldBe([(64, 3), (64, 300), (64, 7)]);
        var row = new float[64];
        kept[1].States!.Read(299, row);
        row.Count(x => x != 0 && Math.Abs(x) < 1).ShouldBe(64);
        var first = kept[0].States![0].ToArray();
        first.ShouldNotBe(kept[0].States![2].ToArray());   // the same form at another place
        _trained.Parser.Parse([sentences[0]], keepStates: true)[0].States![0].ToArray().ShouldBe(first);
        _trained.Parser.Parse([sentences[0]])[0].States.ShouldBeNull();
    }

    [Theory]
    [InlineData(257)]
    [InlineData(3000)]
    public void Long_sentences_give_one_tree(int words)
    {
        string[] forms = ["Rebels", "seized", "the", "town"];
        var parse = _trained.Parser.Parse([DevScores.Sentence([.. Enumerable.Range(0, words).Select(i => forms[i % 4])])])[0];
        parse.Words.Length.ShouldBe(words);
        parse.Words.Count(w => w.Head < 0).ShouldBe(1);
        var tree = new Tree(parse);
        tree.Yield(tree.Root).ShouldBe((0, words));
    }

    [Fact]
    public void Any_characters_will_do()
    {
        string[] forms = ["\uD83D", "\uDE00x", "\0", "\u0007\u200B", " ", "\uFFFF", "|", "\t", "İstanbul", "\u0130", new string('x', 1_000_000), new string('\uD800', 70)];
        var parse = _trained.Parser.Parse([DevScores.Sentence(forms), DevScores.Sentence(["", ""])]);
        parse[0].Words.Select(w => w.Form).ShouldBe(forms);
        parse[0].Words.Count(w => w.Head < 0).ShouldBe(1);
        parse[1].Words.Length.ShouldBe(2);
    }

    [Fact]
    public void A_steady_state_allocates_no_more_than_the_results()
    {
        string[] forms = ["Rebels", "seized", "the", "town", "of", "Kabul", ".", "Troops", "left"];
        var sentences = Enumerable.Range(0, 200).Select(i => DevScores.Sentence([.. Enumerable.Range(0, 10 + i % 30).Select(k => forms[(k * 7 + i) % forms.Length])])).ToArray();
        for (var i = 0; i < 3; i++) _trained.Parser.Parse(sentences);
        var before = GC.GetAllocatedBytesForCurrentThread();
        _trained.Parser.Parse(sentences);
        var words = sentences.Sum(s => s.Tokens.Length);
        // A word's record takes 48 bytes; what is left is a parse, its arrays, names and windows for each sentence.
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(48L * words + 300L * sentences.Length);
    }

    [Fact]
    public void A_missing_model_is_a_problem() => Problem(Path.Combine(_folder, "none.bin")).ShouldContain("not there");

    [Theory]
    [InlineData("")]
    [InlineData("ORCORE")]
    [InlineData("a text that is no model at all, but long enough to be looked at")]
    public void A_foreign_file_is_a_problem(string content)
    {
        var path = Path.Combine(_folder, "foreign.bin");
        File.WriteAllText(path, content);
        Problem(path).ShouldContain("not a language model");
    }

    [Fact]
    public void A_model_cut_off_anywhere_is_a_problem()
    {
        var whole = File.ReadAllBytes(_trained.Path);
        var path = Path.Combine(_folder, "cut.bin");
        foreach (var length in (int[])[13, 100, 2000, whole.Length / 2, whole.Length - 1])
        {
            File.WriteAllBytes(path, whole[..length]);
            Problem(path).ShouldContain("damaged");
        }
    }

    [Fact]
    public void A_damaged_header_is_a_problem_or_changes_nothing_that_matters()
    {
        var whole = File.ReadAllBytes(_trained.Path);
        var header = BitConverter.ToInt32(whole, 8);
        var path = Path.Combine(_folder, "bent.bin");
        var noise = new Noise(31);
        for (var round = 0; round < 60; round++)
        {
            var bent = whole.ToArray();
            bent[8 + noise.Below(header + 4)] = (byte)noise.Below(256);
            File.WriteAllBytes(path, bent);
            var outcome = Parser.Load(path);
            using var parser = outcome.Value;
            if (parser is null) outcome.Problem!.What.ShouldNotBeEmpty();
            else parser.Parse([DevScores.Sentence(["Rebels", "left"])])[0].Words.Length.ShouldBe(2);
        }
    }

    private static string Problem(string path)
    {
        var outcome = Parser.Load(path);
        outcome.Value.ShouldBeNull();
        outcome.Problem!.Where.ShouldBe(path);
        return outcome.Problem.What;
    }

    public sealed class Trained : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("trained").FullName;

        public Trained()
        {
            Path = System.IO.Path.Combine(_folder, "tiny.bin");
            Tiny = Train(Path, 120);
            Parser = Parser.Load(Path).Value!;
        }

        public string Path { get; }

        internal TinyNetwork Tiny { get; }

        public Parser Parser { get; }

        public void Dispose()
        {
            Parser.Dispose();
            Directory.Delete(_folder, true);
        }

        internal static TinyNetwork Train(string path, int steps)
        {
            var options = new TrainingOptions { Width = 32, Arc = 32, Relation = 32, Tag = 32 };
            var tiny = TinyNetwork.Make(options, workers: 2);
            var workers = new[] { new Worker(tiny.Parameters, options, tiny.Vectors, 0), new Worker(tiny.Parameters, options, tiny.Vectors, 1) };
            var adam = new Adam(tiny.Parameters, 2);
            foreach (var p in tiny.Parameters.Dense) p.Pack();
            var words = tiny.Items.Sum(i => i.Count);
            for (var step = 1; step <= steps; step++)
            {
                Parallel.For(0, 2, w => workers[w].Run([.. tiny.Items.Where((_, i) => i % 2 == w)], 1f / words, 0.2f, (ulong)(step * 10 + w)));
                adam.Step(0.01f, step);
            }
            ModelWriter.Write(path, tiny.Parameters, tiny.Vectors, tiny.Known, Labels.Lemmas(tiny.Sentences));
            return tiny;
        }
    }
}
