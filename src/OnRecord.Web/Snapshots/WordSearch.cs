using System.Collections.Concurrent;
using System.Collections.Frozen;
using OnRecord.Ledger;

namespace OnRecord.Web.Snapshots;

/// <summary>Finds statements by words in the ledger's own index; what was found by a name that may not be shown is not found.</summary>
internal sealed class WordSearch(ILedger ledger, Snapshot snapshot)
{
    private const int MostKept = 100;

    private readonly ConcurrentDictionary<string, Lazy<FrozenSet<string>>> _kept = new(StringComparer.Ordinal);

    /// <summary>The ids of the statements in which all words occur, the last one as it stands or as a beginning.</summary>
    public FrozenSet<string> Find(string words)
    {
        if (_kept.Count >= MostKept) _kept.Clear();
        var found = _kept.GetOrAdd(words.Trim(), text => new Lazy<FrozenSet<string>>(() => Look(text)));
        try
        {
            return found.Value;
        }
        catch
        {
            _kept.TryRemove(words.Trim(), out _);
            throw;
        }
    }

    private FrozenSet<string> Look(string words)
    {
        // Whoever still types a word means its beginning.
        string[] asked = char.IsLetterOrDigit(words[^1]) && words.Count(c => c == '"') % 2 == 0 ? [words, words + "*"] : [words];
        return asked.SelectMany(text =>
        {
            var terms = SearchTerms.OfText(text);
            return ledger.Entries(new LedgerQuery { Text = text }).Where(entry => snapshot.ById.ContainsKey(entry.Statement.Id) && (IsOpen(entry) || terms.All(term => term.Met(Shown(entry)))));
        }).Select(entry => entry.Statement.Id).ToFrozenSet(StringComparer.Ordinal);
    }

    private bool IsOpen(LedgerEntry entry) => snapshot.Privacy.ShowsAll || !snapshot.Articles.TryGetValue(entry.ArticleId, out var article)
        || snapshot.Redaction.Of(article).Hidden.IsEmpty && entry.Statement.Sources.All(source => snapshot.Privacy.Show(source) == source.Name);

    // The columns as the ledger has them, without the names of private persons.
    private SearchColumns Shown(LedgerEntry entry)
    {
        var (s, privacy) = (entry.Statement, snapshot.Privacy);
        var article = snapshot.Articles[entry.ArticleId] with { Text = snapshot.Redaction.Of(snapshot.Articles[entry.ArticleId]).Text };
        return SearchColumns.Of(article, s with
        {
            Agent = [.. s.Agent.Select(one => one with { Name = privacy.Show(one) })],
            Patient = [.. s.Patient.Select(one => one with { Name = privacy.Show(one) })],
            Sources = [.. s.Sources.Select(one => one with { Name = privacy.Show(one) })],
        });
    }
}
