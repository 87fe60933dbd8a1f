using System.Collections.Immutable;
using System.Runtime.InteropServices;
using OnRecord.Language.Sentences;

namespace OnRecord.Language.Parses.Network;

/// <summary>A run of a sentence's words that goes through the network in one piece.</summary>
internal readonly record struct Window(Sentence Sentence, int Index, int Start, int Count);

/// <summary>Cuts over-long sentences, so that time grows in line with words and memory is bounded, and joins their trees.</summary>
internal static class Windows
{
    /// <summary>The most words of a window.</summary>
    public const int Longest = 256;

    private static readonly Comparer<Window> ByPlace = Comparer<Window>.Create(static (a, b) => a.Index != b.Index ? a.Index.CompareTo(b.Index) : a.Start.CompareTo(b.Start));

    /// <summary>Fills a list with the windows of the sentences, longest first, of equals in order.</summary>
    public static void Cut(IReadOnlyList<Sentence> sentences, List<Window> windows)
    {
        windows.Clear();
        for (var s = 0; s < sentences.Count; s++)
        {
            var words = sentences[s].Tokens.Length;
            if (words == 0) throw new ArgumentException("a sentence has no words", nameof(sentences));
            for (var start = 0; start < words; start += Longest)
                windows.Add(new Window(sentences[s], s, start, Math.Min(Longest, words - start)));
        }
        windows.Sort(static (a, b) => a.Count != b.Count ? b.Count.CompareTo(a.Count) : a.Index != b.Index ? a.Index.CompareTo(b.Index) : a.Start.CompareTo(b.Start));
    }

    /// <summary>The parses of the sentences, in their order; of a sentence that was cut, the later windows' roots hang on the first's as parataxis.</summary>
    public static ImmutableArray<Parse> Join(IReadOnlyList<Sentence> sentences, Span<Window> windows, Span<Parse> pieces)
    {
        var parses = new Parse[sentences.Count];
        windows.Sort(pieces, ByPlace);
        for (var w = 0; w < windows.Length;)
        {
            var last = w + 1;
            while (last < windows.Length && windows[last].Index == windows[w].Index) last++;
            parses[windows[w].Index] = last == w + 1 ? pieces[w] : Join(windows[w..last], pieces[w..last]);
            w = last;
        }
        return ImmutableCollectionsMarshal.AsImmutableArray(parses);
    }

    private static Parse Join(ReadOnlySpan<Window> windows, ReadOnlySpan<Parse> pieces)
    {
        var words = ImmutableArray.CreateBuilder<Word>(windows[0].Sentence.Tokens.Length);
        var names = ImmutableArray.CreateBuilder<Name>();
        var root = 0;
        for (var w = 0; w < pieces.Length; w++)
        {
            var start = windows[w].Start;
            foreach (var word in pieces[w].Words)
            {
                if (word.Head < 0 && w == 0) root = words.Count;
                words.Add(word.Head >= 0 ? word with { Head = word.Head + start } : w == 0 ? word : word with { Head = root, Relation = "parataxis" });
            }
            foreach (var name in pieces[w].Names) names.Add(new Name(name.Start + start, name.End + start, name.Kind));
        }
        return new Parse { Sentence = windows[0].Sentence, Words = words.MoveToImmutable(), Names = names.ToImmutable(), States = WordStates.Join(pieces) };
    }
}
