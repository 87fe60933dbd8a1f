using System.Collections.Immutable;
using OnRecord.Language.Articles;
using OnRecord.Language.Parses;
using OnRecord.Language.Sentences;

namespace OnRecord.Tests.Mentions;

/// <summary>Builds articles with parses by hand. A sentence is lines "form lemma UPOS XPOS head relation [B|I]-PER|ORG|LOC|MISC", heads from 1, 0 the root.</summary>
internal static class HandParse
{
    public static (Article Article, ImmutableArray<Parse> Parses) Article(params string[] sentences)
    {
        var rows = sentences.Select(s => s.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => l.Split(' ')).ToArray()).ToArray();
        var text = "";
        var tokens = new List<ImmutableArray<Token>>();
        foreach (var sentence in rows)
        {
            var cut = ImmutableArray.CreateBuilder<Token>();
            foreach (var row in sentence)
            {
                if (text.Length > 0 && row[0] is not ("," or "." or "'s" or ")") && !text.EndsWith('(')) text += " ";
                cut.Add(new Token(text.Length, text.Length + row[0].Length, row[0] == "'s"));
                text += row[0];
            }
            tokens.Add(cut.ToImmutable());
        }
        var article = new Article { Id = "test", Text = text, Blocks = [new Block(BlockKind.Paragraph, new TextSpan(0, text.Length))] };
        return (article, [.. rows.Select((r, i) => Parse(text, r, tokens[i]))]);
    }

    private static Parse Parse(string text, string[][] rows, ImmutableArray<Token> tokens)
    {
        var names = ImmutableArray.CreateBuilder<Name>();
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i].Length < 7 || rows[i][6][0] != 'B') continue;
            var end = i + 1;
            while (end < rows.Length && rows[end].Length > 6 && rows[end][6][0] == 'I') end++;
            names.Add(new Name(i, end, rows[i][6][2..] switch { "PER" => NameKind.Person, "ORG" => NameKind.Organisation, "LOC" => NameKind.Location, _ => NameKind.Other }));
        }
        return new Parse
        {
            Sentence = new Sentence { Text = text, Span = new TextSpan(tokens[0].Start, tokens[^1].End), Tokens = tokens },
            Words = [.. rows.Select(r => new Word(r[0], r[1], Enum.Parse<Upos>(r[2]), r[3], "_", int.Parse(r[4], System.Globalization.CultureInfo.InvariantCulture) - 1, r[5]))],
            Names = names.ToImmutable(),
        };
    }
}
