using System.Collections.Immutable;
using System.Security.Cryptography;
using OnRecord.Language.Mentions;

namespace OnRecord.Pictures;

/// <summary>What the fold of one country comes to by all that is known, as a store can keep it: the facts, what was found to follow from them whatever the day is, and what tells origins apart.</summary>
/// <param name="LastKnown">The last day on which anything in the record came to be known.</param>
/// <param name="Known">The facts and what follows.</param>
/// <param name="Stories">Articles that are copies of one text.</param>
/// <param name="Identities">What reports resolve the keys of sources to.</param>
/// <param name="Called">The plainest names of actors.</param>
internal sealed record KeptFold(DateOnly? LastKnown, KnownFacts Known, ImmutableArray<Story> Stories, IReadOnlyDictionary<string, string> Identities, IReadOnlyDictionary<string, string> Called)
{
    private const int Block = 8192;

    /// <summary>By which program's rules it was made: another build may have others, and makes its own.</summary>
    public static string Form { get; } = $"1 {typeof(KeptFold).Module.ModuleVersionId:N} {typeof(Place).Module.ModuleVersionId:N}";

    /// <summary>As bytes: those that follow hashed, the tables, the facts in blocks, then what follows from them, by the facts' numbers.</summary>
    public byte[] Bytes()
    {
        var (tables, numbers) = (new FoldTables(), new Dictionary<string, int>(Known.Facts.Count, StringComparer.Ordinal));
        foreach (var fact in Known.Facts) numbers.Add(fact.Id, numbers.Count);
        var body = new FoldWriter();
        body.Number((Known.Facts.Count + Block - 1) / Block);
        foreach (var block in Known.Facts.Chunk(Block))
        {
            var facts = new FoldWriter().Number(block.Length);
            foreach (var fact in block) KeptFact.Write(facts, tables, fact);
            body.Part(facts);
        }
        KeptParts.Write(body, tables, Known, fact => numbers[fact.Id]);
        body.Part(Rest(tables));
        var whole = new FoldWriter();
        tables.Write(whole);
        whole.Part(body);
        return [.. SHA256.HashData(whole.Bytes), .. whole.Bytes];
    }

    /// <summary>Of bytes; null where they are damaged.</summary>
    public static KeptFold? Of(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length < SHA256.HashSizeInBytes || !SHA256.HashData(bytes.Span[SHA256.HashSizeInBytes..]).AsSpan().SequenceEqual(bytes.Span[..SHA256.HashSizeInBytes])) return null;
        var whole = new FoldReader(bytes[SHA256.HashSizeInBytes..]);
        var tables = new FoldTables.Read(whole);
        var body = whole.Part();
        var blocks = body.Many(from => from.Part());
        var read = new Fact[blocks.Length][];
        Parallel.For(0, blocks.Length, i => read[i] = blocks[i].Many(from => KeptFact.Read(from, tables)));
        Fact[] facts = [.. read.SelectMany(block => block)];
        var known = KeptParts.Read(body, tables, facts);
        var rest = body.Part();
        return new KeptFold(rest.Day(), known, [.. rest.Many(from => new Story(from.Text(), [.. from.Many(one => tables.Text(one)!)], tables.Text(from)!, from.Real()!.Value, from.Day()))], Pairs(rest, tables), Pairs(rest, tables));
    }

    private FoldWriter Rest(FoldTables tables)
    {
        var rest = new FoldWriter().Day(LastKnown).Number(Stories.Length);
        foreach (var story in Stories)
            rest.Text(story.Id).Indexes([.. story.Articles.Select(article => tables.Text(article))]).Number(tables.Text(story.Origin)).Real(story.Alike).Day(story.First);
        foreach (var pairs in new[] { Identities, Called })
        {
            rest.Number(pairs.Count);
            foreach (var (key, value) in pairs) rest.Number(tables.Text(key)).Number(tables.Text(value));
        }
        return rest;
    }

    private static Dictionary<string, string> Pairs(FoldReader from, FoldTables.Read tables) =>
        from.Many(one => (Key: tables.Text(one)!, Value: tables.Text(one)!)).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
}
