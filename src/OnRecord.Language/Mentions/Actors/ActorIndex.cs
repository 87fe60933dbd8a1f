using System.Collections.Frozen;
using System.Collections.Immutable;

namespace OnRecord.Language.Mentions.Actors;

/// <summary>How a name stands for its actor.</summary>
public enum NameUse : byte
{
    /// <summary>It is its name.</summary>
    Name,
    /// <summary>It is the adjective or the people of a country.</summary>
    Demonym,
    /// <summary>It is the capital, which stands for the government where it acts or speaks.</summary>
    Capital,
    /// <summary>It stands for the government of a country ("Kremlin").</summary>
    Government,
}

/// <summary>A name of an actor as it is usually written.</summary>
public sealed record ActorName(string Surface, ActorEntry Entry, NameUse Use);

/// <summary>The actors, roles and titles that are known, indexed by name; immutable and safe to use from many threads.</summary>
public sealed partial class ActorIndex
{
    private readonly FrozenDictionary<string, ImmutableArray<ActorName>> _names;
    private readonly FrozenDictionary<string, int> _longest;   // first part of a key → the most parts of any key that begins so
    private readonly FrozenDictionary<string, RoleClass> _roles;
    private readonly FrozenDictionary<string, TitleClass> _titles;
    private readonly FrozenDictionary<string, ActorEntry> _entries;
    private readonly FrozenDictionary<string, string?> _defaults;
    private const int LongestRole = 5;

    private ActorIndex(IEnumerable<ActorEntry> entries, Dictionary<string, List<ActorName>> names, IEnumerable<RoleClass> roles, IEnumerable<TitleClass> titles,
        Dictionary<string, string?> defaults)
    {
        Entries = [.. entries];
        Roles = [.. roles];
        Titles = [.. titles];
        _defaults = defaults.ToFrozenDictionary(StringComparer.Ordinal);
        _entries = Entries.ToFrozenDictionary(e => e.Id, StringComparer.Ordinal);
        _names = names.ToFrozenDictionary(n => n.Key, n => n.Value.ToImmutableArray(), StringComparer.Ordinal);
        _longest = names.Keys.Select(k => k.Split(' ')).GroupBy(k => k[0], StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Max(k => k.Length), StringComparer.Ordinal);
        _roles = Words(Roles, r => r.Words);
        _titles = Words(Titles, t => t.Words);
    }

    /// <summary>All actors, in the order of the files.</summary>
    public ImmutableArray<ActorEntry> Entries { get; }

    /// <summary>The classes of collectives.</summary>
    public ImmutableArray<RoleClass> Roles { get; }

    /// <summary>The classes of offices.</summary>
    public ImmutableArray<TitleClass> Titles { get; }

    /// <summary>Reads the YAML files in <paramref name="folder"/>; the first fault found is the problem, with file and line.</summary>
    public static Outcome<ActorIndex> Load(string folder)
    {
        var files = new ActorFiles(folder);
        var entries = files.Entries("countries.yaml", ActorKind.Country)
            .AddRange(files.Entries("institutions.yaml", ActorKind.Institution))
            .AddRange(files.Entries("bodies.yaml", ActorKind.Body))
            .AddRange(files.Entries("groups.yaml", ActorKind.Group))
            .AddRange(files.Entries("outlets.yaml", ActorKind.Outlet));
        var roles = files.Roles("roles.yaml");
        var titles = files.Titles("titles.yaml");
        var ambiguous = files.Ambiguous("ambiguous.yaml");
        if (files.Problem is { } problem) return problem;

        var ids = new Dictionary<string, ActorEntry>(StringComparer.Ordinal);
        foreach (var entry in entries)
            if (!ids.TryAdd(entry.Id, entry)) return new Problem($"the id '{entry.Id}' is taken by {ids[entry.Id].Where}", entry.Where, "give it another id");

        var names = new Dictionary<string, List<ActorName>>(StringComparer.Ordinal);
        foreach (var name in entries.SelectMany(NamesOf))
        {
            var key = ActorKey.Of(name.Surface);
            if (key.Length == 0) return new Problem($"the name '{name.Surface}' has no letters", name.Entry.Where, "write a name");
            if (!names.TryGetValue(key, out var bearers)) names[key] = bearers = [];
            if (bearers.Any(b => b.Entry.Id == name.Entry.Id && b.Use == name.Use)) continue;
            if (bearers.FirstOrDefault(b => b.Entry.Id != name.Entry.Id) is { } other && !ambiguous.ContainsKey(key))
                return new Problem($"the name '{name.Surface}' is also that of '{other.Entry.Id}' ({other.Entry.Where})", name.Entry.Where, "remove one, or list it in ambiguous.yaml");
            bearers.Add(name);
        }
        foreach (var (key, (standard, where)) in ambiguous)
        {
            if (!names.TryGetValue(key, out var bearers) || bearers.Select(b => b.Entry.Id).Distinct().Count() < 2)
                return new Problem($"'{key}' is not the name of two actors", where, "remove it");
            if (standard is not null && bearers.All(b => b.Entry.Id != standard)) return new Problem($"'{standard}' does not bear the name '{key}'", where, "name one that does");
        }
        return new ActorIndex(entries, names, roles, titles, ambiguous.ToDictionary(a => a.Key, a => a.Value.Default, StringComparer.Ordinal));
    }

    /// <summary>The actor whose identity is <paramref name="id"/>; for a composed one ("AF/police") its country or group; or null.</summary>
    public ActorEntry? Entry(string? id)
    {
        if (id is null) return null;
        if (_entries.GetValueOrDefault(id) is { } entry) return entry;
        var slash = id.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? null : _entries.GetValueOrDefault(id[..slash]);
    }

    /// <summary>Who bears a name; empty where nobody is known to.</summary>
    public ImmutableArray<ActorName> Bearers(string name) => _names.GetValueOrDefault(ActorKey.Of(name), []);

    /// <summary>The class of a word or fixed phrase for collectives, whatever its number; or null.</summary>
    public RoleClass? Role(string words) => Lookup(_roles, words);

    /// <summary>The class of a word or fixed phrase for an office, whatever its number; or null.</summary>
    public TitleClass? Title(string words) => Lookup(_titles, words);

    private static IEnumerable<ActorName> NamesOf(ActorEntry entry)
    {
        yield return new ActorName(entry.Name, entry, NameUse.Name);
        foreach (var alias in entry.Aliases) yield return new ActorName(alias, entry, NameUse.Name);
        foreach (var demonym in entry.Demonyms) yield return new ActorName(demonym, entry, NameUse.Demonym);
        foreach (var name in entry.Government) yield return new ActorName(name, entry, NameUse.Government);
        if (entry.Capital is { } capital) yield return new ActorName(capital, entry, NameUse.Capital);
        foreach (var seat in entry.Seats) yield return new ActorName(seat, entry, NameUse.Capital);
    }

    private static FrozenDictionary<string, T> Words<T>(IEnumerable<T> classes, Func<T, ImmutableArray<string>> words)
    {
        var all = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var c in classes)
            foreach (var word in words(c))
            {
                var key = ActorKey.Of(word);
                all.TryAdd(key, c);
                all.TryAdd(SingularKey(key), c);
            }
        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static T? Lookup<T>(FrozenDictionary<string, T> table, string words) where T : class
    {
        var key = ActorKey.Of(words);
        return table.GetValueOrDefault(key) ?? table.GetValueOrDefault(SingularKey(key));
    }

    private static string SingularKey(string key)
    {
        var last = key.LastIndexOf(' ') + 1;
        return key[..last] + ActorKey.Singular(key[last..]);
    }
}
