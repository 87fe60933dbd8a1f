using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace OnRecord.Language.Parses;

/// <summary>Reads CoNLL-U line by line.</summary>
internal sealed class ConlluReader(string name)
{
    private readonly ImmutableArray<ConlluSentence>.Builder _sentences = ImmutableArray.CreateBuilder<ConlluSentence>();
    private readonly ImmutableArray<string>.Builder _comments = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<ConlluWord>.Builder _words = ImmutableArray.CreateBuilder<ConlluWord>();
    private string? _surface;
    private int _surfaceFirst, _surfaceLast, _line;
    private bool _surfaceSpace;

    public Outcome<Treebank> Read(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            _line++;
            var problem = line.Length == 0 ? Close() : line[0] == '#' ? Comment(line) : Row(line);
            if (problem is not null) return problem;
        }
        return Close() is { } last ? last : new Treebank(name, _sentences.DrainToImmutable());
    }

    private Problem? Comment(string line)
    {
        _comments.Add(line.AsSpan(1).Trim().ToString());
        return null;
    }

    private Problem? Row(string line)
    {
        var c = line.Split('\t');
        if (c.Length != 10) return Wrong($"{c.Length} columns, not 10");
        if (c[0].Contains('.')) return null;
        var space = !c[9].Split('|').Contains("SpaceAfter=No");
        var dash = c[0].IndexOf('-');
        if (dash > 0)
        {
            if (!TryInt(c[0][..dash], out _surfaceFirst) || !TryInt(c[0][(dash + 1)..], out _surfaceLast) || _surfaceFirst != _words.Count + 1 || _surfaceLast < _surfaceFirst)
                return Wrong($"the range {c[0]} does not fit here");
            (_surface, _surfaceSpace) = (c[1], space);
            return null;
        }
        if (!TryInt(c[0], out var id) || id != _words.Count + 1) return Wrong($"word {c[0]} where {_words.Count + 1} is due");
        var head = -2;
        if (c[6] != "_")
        {
            if (!TryInt(c[6], out head) || head < 0) return Wrong($"the head {c[6]} is no number");
            head--;
        }
        var upos = Upos.X;
        if (c[3] != "_" && !(Enum.TryParse(c[3], out upos) && Enum.IsDefined(upos) && !char.IsDigit(c[3][0]))) return Wrong($"{c[3]} is no universal part of speech");
        var inside = _surface is not null && id <= _surfaceLast;
        _words.Add(new(new Word(c[1], c[2], upos, c[4], c[5], head, c[7]), c[9], inside && id == _surfaceFirst ? _surface : null, inside && id > _surfaceFirst, inside ? _surfaceSpace : space));
        if (inside && id == _surfaceLast) _surface = null;
        return null;
    }

    private Problem? Close()
    {
        if (_words.Count == 0)
        {
            _comments.Clear();
            return null;
        }
        if (_surface is not null) return Wrong("a multi-word token whose words are missing");
        foreach (var word in _words)
            if (word.Word.Head >= _words.Count) return Wrong($"the head {word.Word.Head + 1} is beyond the sentence's {_words.Count} words");
        var sentence = new ConlluSentence { Comments = _comments.DrainToImmutable(), Words = _words.DrainToImmutable(), Text = "" };
        _sentences.Add(sentence with { Text = sentence.Comment("text") ?? Forms(sentence) });
        return null;
    }

    private static string Forms(ConlluSentence sentence)
    {
        var text = new StringBuilder();
        for (var i = 0; i < sentence.Words.Length; i++)
        {
            var word = sentence.Words[i];
            if (word.Continues) continue;
            text.Append(word.Surface ?? word.Word.Form);
            if (word.SpaceAfter) text.Append(' ');
        }
        return text.ToString().TrimEnd();
    }

    private Problem Wrong(string what) => new(what, string.Create(CultureInfo.InvariantCulture, $"{name}:{_line}"), "CoNLL-U has ten columns parted by tabs");

    private static bool TryInt(string value, out int number) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
