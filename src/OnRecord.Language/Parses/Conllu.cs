using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace OnRecord.Language.Parses;

/// <summary>One syntactic word of a CoNLL-U file.</summary>
/// <param name="Word">Its columns; the head counts from 0 and is -1 for the root, -2 where the column is empty.</param>
/// <param name="Misc">The last column, "_" where empty.</param>
/// <param name="Surface">The form of the multi-word token that begins with this word, or null.</param>
/// <param name="Continues">True where it belongs to the same surface token as the word before.</param>
/// <param name="SpaceAfter">False where the next surface token stands close behind the one that this word belongs to.</param>
public readonly record struct ConlluWord(Word Word, string Misc, string? Surface, bool Continues, bool SpaceAfter);

/// <summary>One sentence of a CoNLL-U file; empty nodes are left out.</summary>
public sealed record ConlluSentence
{
    /// <summary>The comment lines, without their "# ".</summary>
    public required ImmutableArray<string> Comments { get; init; }

    /// <summary>The words in order.</summary>
    public required ImmutableArray<ConlluWord> Words { get; init; }

    /// <summary>The sentence as it stood in its text.</summary>
    public required string Text { get; init; }

    /// <summary>The value of a comment "key = value" ("" for a bare key), or null where there is none.</summary>
    public string? Comment(string key)
    {
        foreach (var comment in Comments)
            if (comment.StartsWith(key, StringComparison.Ordinal))
            {
                var rest = comment.AsSpan(key.Length).TrimStart();
                if (rest.IsEmpty) return "";
                if (rest[0] == '=') return rest[1..].Trim().ToString();
            }
        return null;
    }
}

/// <summary>The sentences of a CoNLL-U file, in order.</summary>
public sealed record Treebank(string Name, ImmutableArray<ConlluSentence> Sentences);

/// <summary>Reads and writes CoNLL-U, the format of the Universal Dependencies treebanks.</summary>
public static class Conllu
{
    /// <summary>Reads sentences from lines; the first line that is not CoNLL-U is a problem that names <paramref name="name"/> and the line.</summary>
    public static Outcome<Treebank> Read(TextReader reader, string name) => new ConlluReader(name).Read(reader);

    /// <summary>Reads a file.</summary>
    public static Outcome<Treebank> ReadFile(string path)
    {
        try
        {
            using var reader = new StreamReader(path, new UTF8Encoding(false));
            return Read(reader, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Problem("cannot be read: " + e.Message, path, "");
        }
    }

    /// <summary>Writes a parse as one sentence, with its names in the last column (<c>Name=B-PER</c>).</summary>
    public static void Write(TextWriter writer, Parse parse, string id, bool newParagraph = false)
    {
        var (sentence, words) = (parse.Sentence, parse.Words);
        if (newParagraph) writer.Write("# newpar\n");
        writer.Write($"# sent_id = {id}\n# text = {Clean(sentence.Span.Of(sentence.Text))}\n");
        var names = NameTags(parse);
        for (var i = 0; i < words.Length; i++)
        {
            var last = i;
            while (last + 1 < words.Length && sentence.Tokens[last + 1].Continues) last++;
            if (last > i && !sentence.Tokens[i].Continues)
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"{i + 1}-{last + 1}\t{Clean(sentence.Text[sentence.Tokens[i].Start..sentence.Tokens[last].End])}\t_\t_\t_\t_\t_\t_\t_\t{Misc(parse, last, "")}\n"));
            var w = words[i];
            var inside = last > i || sentence.Tokens[i].Continues;
            writer.Write(string.Create(CultureInfo.InvariantCulture,
                $"{i + 1}\t{Clean(w.Form)}\t{Clean(w.Lemma)}\t{w.Upos}\t{Column(w.Xpos)}\t{Column(w.Feats)}\t{w.Head + 1}\t{Column(w.Relation)}\t_\t{(inside ? Column(names[i]) : Misc(parse, i, names[i]))}\n"));
        }
        writer.Write("\n");
    }

    /// <summary>The sentence that <see cref="Write"/> would write for a parse.</summary>
    public static ConlluSentence Of(Parse parse)
    {
        var words = ImmutableArray.CreateBuilder<ConlluWord>(parse.Words.Length);
        var tokens = parse.Sentence.Tokens;
        for (var i = 0; i < parse.Words.Length; i++)
        {
            var last = i;
            while (last + 1 < tokens.Length && tokens[last + 1].Continues) last++;
            var surface = last > i && !tokens[i].Continues ? parse.Sentence.Text[tokens[i].Start..tokens[last].End] : null;
            words.Add(new(parse.Words[i], "_", surface, tokens[i].Continues, last + 1 >= tokens.Length || tokens[last].End < tokens[last + 1].Start));
        }
        return new() { Comments = [], Words = words.DrainToImmutable(), Text = parse.Sentence.Span.Of(parse.Sentence.Text) };
    }

    /// <summary>The text that sentences were cut from: joined by a space unless the last word says otherwise, paragraphs and documents parted by a blank line.</summary>
    public static string RawText(IReadOnlyList<ConlluSentence> sentences)
    {
        var text = new StringBuilder();
        for (var i = 0; i < sentences.Count; i++)
        {
            var sentence = sentences[i];
            if (i > 0)
            {
                if (sentence.Comment("newpar") is not null || sentence.Comment("newpar id") is not null || sentence.Comment("newdoc") is not null || sentence.Comment("newdoc id") is not null) text.Append("\n\n");
                else if (sentences[i - 1].Words is not [.., { SpaceAfter: false }]) text.Append(' ');
            }
            text.Append(sentence.Text);
        }
        return text.Append('\n').ToString();
    }

    private static string Misc(Parse parse, int i, string name)
    {
        var tokens = parse.Sentence.Tokens;
        var close = i + 1 < tokens.Length && tokens[i].End == tokens[i + 1].Start;
        return (close, name.Length > 0) switch { (true, true) => name + "|SpaceAfter=No", (true, false) => "SpaceAfter=No", (false, true) => name, _ => "_" };
    }

    private static string[] NameTags(Parse parse)
    {
        var tags = new string[parse.Words.Length];
        Array.Fill(tags, "");
        foreach (var name in parse.Names)
            for (var i = name.Start; i < name.End; i++)
                tags[i] = "Name=" + (i == name.Start ? "B-" : "I-") + name.Kind switch { NameKind.Person => "PER", NameKind.Organisation => "ORG", NameKind.Location => "LOC", _ => "MISC" };
        return tags;
    }

    private static string Column(string value) => value.Length == 0 ? "_" : value;

    // A form keeps its characters, but tabs and line breaks would break the columns.
    private static string Clean(string value) => value.Length == 0 ? "_" : value.AsSpan().IndexOfAny("\t\n\r\u0085\u2028\u2029") < 0 ? value : string.Join(' ', value.Split('\t', '\n', '\r', '\u0085', '\u2028', '\u2029'));
}
