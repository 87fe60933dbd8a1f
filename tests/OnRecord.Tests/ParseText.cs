using System.Collections.Immutable;
using OnRecord.Language.Articles;
using OnRecord.Language.Parses;
using OnRecord.Language.Sentences;

namespace OnRecord.Tests;

/// <summary>
/// Builds parses by hand. A word is <c>form/XPOS/head:relation</c>, words are separated by spaces, heads count from 1, 0 is the root:
/// <c>Troops/NNS/2:nsubj left/VBD/0:root ./.</c>. <c>form~lemma</c> gives a lemma, <c>XPOS=UPOS</c> a part of speech that does not follow from the tag,
/// <c>_</c> before a form glues it to the word before it, and a word without head hangs on the root.
/// </summary>
internal static class ParseText
{
    public static Parse Of(string compact, params (int Start, int End, NameKind Kind)[] names)
    {
        var items = compact.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Item.Read).ToList();
        var root = items.FindIndex(i => i.Head == 0);
        var text = new System.Text.StringBuilder();
        var tokens = ImmutableArray.CreateBuilder<Token>(items.Count);
        foreach (var item in items)
        {
            if (text.Length > 0 && !item.Glued) text.Append(' ');
            tokens.Add(new Token(text.Length, text.Length + item.Form.Length, item.Glued && char.IsLetter(item.Form[^1])));
            text.Append(item.Form);
        }
        return new Parse
        {
            Sentence = new Sentence { Text = text.ToString(), Span = new TextSpan(0, text.Length), Tokens = tokens.ToImmutable() },
            Words = [.. items.Select((item, i) => item.ToWord(i, Math.Max(root, 0)))],
            Names = [.. names.Select(n => new Name(n.Start, n.End, n.Kind))],
        };
    }

    private sealed record Item(string Form, string Lemma, string Xpos, Upos Upos, int Head, string Relation, bool Glued)
    {
        public static Item Read(string item)
        {
            var parts = item.Length > 1 && item[0] == '/' ? ["/", .. item[2..].Split('/')] : item.Split('/');
            var glued = parts[0].Length > 1 && parts[0][0] == '_';
            var named = (glued ? parts[0][1..] : parts[0]).Split('~');
            var tag = (parts.Length > 1 ? parts[1] : "NN").Split('=');
            var arc = parts.Length > 2 ? parts[2].Split(':', 2) : ["-1", "dep"];
            var upos = tag.Length > 1 ? Enum.Parse<Upos>(tag[1]) : Universal(tag[0]);
            return new Item(named[0], named.Length > 1 ? named[1] : Lemmatise(named[0], tag[0]), tag[0], upos, int.Parse(arc[0], System.Globalization.CultureInfo.InvariantCulture), arc[1], glued);
        }

        public Word ToWord(int index, int root) =>
            new(Form, Lemma, Upos, Xpos, "_", Head > 0 ? Head - 1 : index == root ? -1 : root, Head == 0 ? "root" : Relation);
    }

    private static Upos Universal(string xpos) => xpos switch
    {
        "NN" or "NNS" => Upos.NOUN,
        "NNP" or "NNPS" => Upos.PROPN,
        "MD" => Upos.AUX,
        "TO" or "POS" => Upos.PART,
        "IN" => Upos.ADP,
        "DT" or "PDT" => Upos.DET,
        "CD" => Upos.NUM,
        "CC" => Upos.CCONJ,
        "PRP" or "WP" or "EX" => Upos.PRON,
        "$" or "SYM" => Upos.SYM,
        _ when xpos.StartsWith("VB", StringComparison.Ordinal) => Upos.VERB,
        _ when xpos.StartsWith("JJ", StringComparison.Ordinal) => Upos.ADJ,
        _ when xpos.StartsWith("RB", StringComparison.Ordinal) => Upos.ADV,
        _ when xpos.Any(char.IsLetter) => Upos.X,
        _ => Upos.PUNCT,
    };

    private static string Lemmatise(string form, string xpos)
    {
        var lower = form.ToLowerInvariant();
        return xpos switch
        {
            "NNS" or "VBZ" when lower.EndsWith('s') && lower.Length > 2 => lower[..^1],
            "VBD" or "VBN" when lower.EndsWith("ed", StringComparison.Ordinal) => lower[..^2],
            "VBG" when lower.EndsWith("ing", StringComparison.Ordinal) => lower[..^3],
            "NNP" or "NNPS" => form,
            _ => lower,
        };
    }
}
