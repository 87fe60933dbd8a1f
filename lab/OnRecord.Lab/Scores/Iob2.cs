using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using OnRecord.Language;
using OnRecord.Language.Parses;
using OnRecord.Language.Sentences;

namespace OnRecord.Lab.Scores;

/// <summary>A sentence with names: its words, and the persons, organisations and locations among them.</summary>
internal sealed record NamedSentence(Sentence Sentence, ImmutableArray<Name> Names);

/// <summary>The sentences of an IOB2 file.</summary>
internal sealed record NamedSentences(ImmutableArray<NamedSentence> Sentences);

/// <summary>Reads IOB2 as Universal NER publishes it: number, form and tag in columns, the text in a comment. Tags other than PER, ORG and LOC are read as O.</summary>
internal static class Iob2
{
    public static Outcome<NamedSentences> Read(TextReader reader, string name)
    {
        var sentences = ImmutableArray.CreateBuilder<NamedSentence>();
        List<(string Form, string Tag)> rows = [];
        string? text = null;
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0)
            {
                Close();
                continue;
            }
            if (line[0] == '#' && rows.Count == 0)
            {
                if (line.StartsWith("# text = ", StringComparison.Ordinal)) text = line[9..];
                continue;
            }
            var c = line.Split('\t');
            if (c.Length < 3 || c[2].Length == 0)
                return new Problem("fewer than three columns", string.Create(CultureInfo.InvariantCulture, $"{name}:{number}"), "IOB2 has number, form and tag, parted by tabs");
            rows.Add((c[1], c[2]));
        }
        Close();
        return new NamedSentences(sentences.DrainToImmutable());

        void Close()
        {
            if (rows.Count > 0) sentences.Add(new(Lay(rows, text), Names(rows)));
            rows.Clear();
            text = null;
        }
    }

    public static Outcome<NamedSentences> ReadFile(string path)
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

    // A name starts at B, or where an I follows another kind.
    private static ImmutableArray<Name> Names(List<(string Form, string Tag)> rows)
    {
        var names = ImmutableArray.CreateBuilder<Name>();
        NameKind? open = null;
        for (int i = 0, start = 0; i <= rows.Count; i++)
        {
            var tag = i < rows.Count ? rows[i].Tag : "O";
            var kind = Kind(tag);
            if (open is { } ended && (kind != open || tag[0] == 'B'))
            {
                names.Add(new(start, i, ended));
                open = null;
            }
            if (kind is not null && open is null) (open, start) = (kind, i);
        }
        return names.DrainToImmutable();
    }

    private static NameKind? Kind(string tag) => tag.Length > 2 && tag[0] is 'B' or 'I' && tag[1] == '-'
        ? tag[2..] switch { "PER" => NameKind.Person, "ORG" => NameKind.Organisation, "LOC" => NameKind.Location, _ => null }
        : null;

    // The words laid over the text where they fit it, else over themselves with spaces between.
    private static Sentence Lay(List<(string Form, string Tag)> rows, string? text)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>(rows.Count);
        var at = 0;
        foreach (var (form, _) in rows)
        {
            while (text is not null && at < text.Length && char.IsWhiteSpace(text[at])) at++;
            if (text is null || string.CompareOrdinal(text, at, form, 0, form.Length) != 0) return Lay(rows);
            var close = tokens.Count > 0 && tokens[^1].End == at;
            tokens.Add(new(at, at += form.Length, close && IsClitic(form)));
        }
        return new() { Text = text!, Span = new(0, text!.Length), Tokens = tokens.DrainToImmutable() };
    }

    private static Sentence Lay(List<(string Form, string Tag)> rows)
    {
        var text = string.Join(' ', rows.Select(r => r.Form));
        var tokens = ImmutableArray.CreateBuilder<Token>(rows.Count);
        var at = 0;
        foreach (var (form, _) in rows)
        {
            tokens.Add(new(at, at + form.Length, false));
            at += form.Length + 1;
        }
        return new() { Text = text, Span = new(0, text.Length), Tokens = tokens.DrainToImmutable() };
    }

    private static bool IsClitic(string form) =>
        form.Replace('\u2019', '\'').ToLowerInvariant() is "'s" or "n't" or "'re" or "'ve" or "'ll" or "'d" or "'m" or "'";
}
