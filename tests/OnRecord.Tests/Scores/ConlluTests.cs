using OnRecord.Language.Articles;
using OnRecord.Language.Parses;
using OnRecord.Language.Sentences;

namespace OnRecord.Tests.Scores;

public class ConlluTests
{
    [Fact]
    public void Words_ranges_and_spaces_are_read()
    {
        var sentence = Trees.Read("# sent_id = 1", "# text = They don't.", "1 They they PRON PRP Case=Nom 2 nsubj", "2-3 don't SpaceAfter=No", "2 do do VERB VBP _ 0 root", "3 n't not PART RB _ 2 advmod",
            "3.1 went go VERB VBD _ 2 conj", "4 . . PUNCT . _ 2 punct").ShouldHaveSingleItem();
        sentence.Comment("sent_id").ShouldBe("1");
        sentence.Comment("newpar").ShouldBeNull();
        sentence.Words.Select(w => w.Word.Form).ShouldBe(["They", "do", "n't", "."]);
        sentence.Words.Select(w => w.Word.Head).ShouldBe([1, -1, 1, 1]);
        sentence.Words.Select(w => w.Surface).ShouldBe([null, "don't", null, null]);
        sentence.Words.Select(w => w.Continues).ShouldBe([false, false, true, false]);
        sentence.Words.Select(w => w.SpaceAfter).ShouldBe([true, false, false, true]);
    }

    [Fact]
    public void Paragraphs_and_documents_are_parted_by_blank_lines_and_sentences_by_a_space()
    {
        var sentences = Trees.Read("# newdoc id = d", "1 A a X _ _ 0 root", "", "1 B b X _ _ 0 root SpaceAfter=No", "", "1 C c X _ _ 0 root", "", "# newpar", "1 D d X _ _ 0 root", "", "# newdoc id = e", "1 E e X _ _ 0 root");
        Conllu.RawText(sentences).ShouldBe("A BC\n\nD\n\nE\n");
    }

    [Theory]
    [InlineData("1\tA\ta", "test:1: 3 columns")]
    [InlineData("2\tA\ta\tX\t_\t_\t0\troot\t_\t_", "test:1: word 2")]
    [InlineData("1\tA\ta\tX\t_\t_\tup\troot\t_\t_", "test:1: the head up")]
    [InlineData("1\tA\ta\tFOO\t_\t_\t0\troot\t_\t_", "test:1: FOO")]
    [InlineData("1\tA\ta\t3\t_\t_\t0\troot\t_\t_", "test:1: 3 is no")]
    [InlineData("1\tA\ta\tX\t_\t_\t7\troot\t_\t_", "test:1: the head 7")]
    [InlineData("1-2\tAB\t_\t_\t_\t_\t_\t_\t_\t_\n1\tA\ta\tX\t_\t_\t0\troot\t_\t_", "test:2: a multi-word token")]
    public void What_is_not_conllu_is_a_problem_with_its_line(string text, string problem)
    {
        var read = Conllu.Read(new StringReader(text), "test");
        read.Value.ShouldBeNull();
        read.Problem!.ToString().ShouldStartWith(problem);
    }

    [Fact]
    public void A_missing_file_is_a_problem() => Conllu.ReadFile("no/such/file.conllu").Problem.ShouldNotBeNull();

    [Fact]
    public void What_is_written_is_read_back()
    {
        const string text = "Kabul didn't  fall.";
        var sentence = new Sentence { Text = text, Span = new TextSpan(0, text.Length), Tokens = [new(0, 5, false), new(6, 9, false), new(9, 12, true), new(14, 18, false), new(18, 19, false)] };
        var parse = new Parse
        {
            Sentence = sentence,
            Words = [new("Kabul", "Kabul", Upos.PROPN, "NNP", "Number=Sing", 3, "nsubj"), new("did", "do", Upos.AUX, "VBD", "_", 3, "aux"), new("n't", "not", Upos.PART, "RB", "", 3, "advmod"), new("fall", "fall", Upos.VERB, "VB", "_", -1, "root"), new(".", ".", Upos.PUNCT, ".", "_", 3, "punct")],
            Names = [new(0, 1, NameKind.Location)],
        };
        var writer = new StringWriter();
        Conllu.Write(writer, parse, "1", newParagraph: true);
        var lines = writer.ToString().Split('\n');
        lines.ShouldContain("1\tKabul\tKabul\tPROPN\tNNP\tNumber=Sing\t4\tnsubj\t_\tName=B-LOC");
        lines.ShouldContain("2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_");
        lines.ShouldContain("4\tfall\tfall\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No");

        var back = Conllu.Read(new StringReader(writer.ToString()), "test").Value!.Sentences.ShouldHaveSingleItem();
        back.Comment("newpar").ShouldBe("");
        back.Text.ShouldBe(text);
        back.Words.Select(w => w.Word.Lemma).ShouldBe(parse.Words.Select(w => w.Lemma));
        back.Words.Select(w => (w.Surface, w.Continues, w.SpaceAfter)).ShouldBe(Conllu.Of(parse).Words.Select(w => (w.Surface, w.Continues, w.SpaceAfter)));
    }

    [Fact]
    public void A_line_break_inside_a_sentence_does_not_break_the_columns()
    {
        const string text = "It\nended\u2028";
        var parse = new Parse { Sentence = new Sentence { Text = text, Span = new TextSpan(0, text.Length), Tokens = [new(0, 2, false), new(3, 8, false)] }, Names = [], Words = [new("It", "it", Upos.PRON, "PRP", "_", 1, "nsubj"), new("ended", "end\t", Upos.VERB, "VBD", "_", -1, "root")] };
        var writer = new StringWriter();
        Conllu.Write(writer, parse, "1");
        Conllu.Read(new StringReader(writer.ToString()), "test").Value!.Sentences.ShouldHaveSingleItem().Words.Length.ShouldBe(2);
    }
}
