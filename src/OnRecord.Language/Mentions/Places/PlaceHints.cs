using System.Collections.Immutable;
using System.Text.RegularExpressions;
using OnRecord.Language.Articles;

namespace OnRecord.Language.Mentions.Places;

/// <summary>Reads what the words around a place name say of it: what holds it, and what sort of place it is.</summary>
public static partial class PlaceHints
{
    /// <summary>The place names of a text with their hints; the spans are those of the names, in text order.</summary>
    public static ImmutableArray<PlaceName> Read(Gazetteer gazetteer, string text, IReadOnlyList<TextSpan> spans)
    {
        var names = ImmutableArray.CreateBuilder<PlaceName>(spans.Count);
        for (var i = 0; i < spans.Count; i++)
            names.Add(new PlaceName(spans[i].Of(text)) { Within = Within(gazetteer, text, spans, i), Near = Near(text, spans, i), Firm = IsFirm(text, spans, i), TypeWord = TypeWord(text, spans[i]) });
        // "Hamdaniya and Tal Alush near Aleppo"
        for (var i = spans.Count - 2; i >= 0; i--)
            if (names[i] is { Near: null, Within: null } && names[i + 1].Near is { } near && spans[i + 1].Start - spans[i].End is > 0 and < 7 && text[spans[i].End..spans[i + 1].Start] is " and " or ", and ") names[i] = names[i] with { Near = near };
        // "Manchester and Birmingham, England", "Loroum and Sanmatenga provinces, Burkina Faso"
        for (var i = spans.Count - 2; i >= 0; i--)
        {
            if (names[i + 1].Within is not { } around || (names[i].Within is { } own && (own != names[i + 1].Name || Holds(gazetteer, names[i].Name, own))) || spans[i + 1].Start - spans[i].End is < 0 or > 7) continue;
            var between = text[spans[i].End..spans[i + 1].Start];
            var joined = between is " and " or ", and " or " or ";
            if (!joined && between != ", ") continue;
            if (Holds(gazetteer, names[i].Name, around) || (joined && gazetteer.Candidates(names[i].Name).Count == 0)) names[i] = names[i] with { Within = around, TypeWord = names[i].TypeWord ?? names[i + 1].TypeWord };
            else if (joined && names[i].Within is null && names[i + 1].Firm) names[i] = names[i] with { Shared = around };
        }
        return names.MoveToImmutable();
    }

    private static string? Within(Gazetteer gazetteer, string text, IReadOnlyList<TextSpan> spans, int i)
    {
        var (start, end) = spans[i];
        if (i + 1 < spans.Count && spans[i + 1].Start is var next && next > end && next - end < 40 && Inside().Match(text[end..next]) is { Success: true } said
            && (!said.Groups["type"].Success || PlaceTypes.Kind(PlaceTypes.Singular(said.Groups["type"].Value)) is not null))
        {
            var outer = spans[i + 1];
            // "Mandera, Wajir and Garissa" and "Iraq, Iran" are lists, not a place and what holds it.
            var (inner, around) = (spans[i].Of(text), outer.Of(text));
            if (text[end..next] != ", ") return around;
            if (AreAlike(gazetteer, inner, around)) return null;
            // "Sorga, Banbe, Ethiopia": what lies between a place and its country is no member of a list, known or not.
            if (gazetteer.Candidates(around).Count == 0 && i + 2 < spans.Count && text[outer.End..spans[i + 2].Start] == ", " && IsFirm(text, spans, i + 1) && IsCountry(gazetteer, spans[i + 2].Of(text))) return spans[i + 2].Of(text);
            var isList = List().IsMatch(text.AsSpan(outer.End, Math.Min(6, text.Length - outer.End)));
            // "Panjwayi District, Kandahar Province, Afghanistan" goes on outwards.
            var goesOn = i + 2 < spans.Count && spans[i + 2].Start - outer.End is > 0 and < 24 && text[outer.End..spans[i + 2].Start].EndsWith(", ", StringComparison.Ordinal) && Holds(gazetteer, around, spans[i + 2].Of(text));
            return isList && !goesOn && !Holds(gazetteer, inner, around) ? null : around;
        }
        if (i > 0 && spans[i - 1].End is var before && before < start && start - before < 30 && Owned().IsMatch(text[before..start])) return spans[i - 1].Of(text);
        // "Alexandria, La." where nobody marked the state.
        var after = AfterComma().Match(text, end);
        if (!after.Success || after.Index != end) return null;
        for (var words = after.Groups[1].Value; words.Length > 0; words = words[..Math.Max(0, words.LastIndexOf(' '))])
            if (Holds(gazetteer, spans[i].Of(text), words)) return words;
        return null;
    }

    private static bool IsCountry(Gazetteer gazetteer, string name) => gazetteer.Candidates(name) is [{ Record.Kind: PlaceKind.Country }, ..];

    private static string? Near(string text, IReadOnlyList<TextSpan> spans, int i) =>
        i + 1 < spans.Count && spans[i + 1].Start - spans[i].End is > 0 and < 90 && Beside().IsMatch(text[spans[i].End..spans[i + 1].Start]) ? spans[i + 1].Of(text) : null;

    // The name that follows the comma is set off from what goes on.
    private static bool IsFirm(string text, IReadOnlyList<TextSpan> spans, int i) =>
        i + 1 < spans.Count && spans[i + 1].Start - spans[i].End is > 1 and < 40 && text[spans[i].End..spans[i + 1].Start] is var between && (between == ", " || Part().IsMatch(between)) && SetOff().IsMatch(text.AsSpan(spans[i + 1].End, Math.Min(24, text.Length - spans[i + 1].End)));

    private static bool Holds(Gazetteer gazetteer, string inner, string outer)
    {
        var inside = gazetteer.Candidates(inner);
        foreach (var around in gazetteer.Candidates(outer))
        {
            if (around.Record.Kind is not (PlaceKind.Country or PlaceKind.Admin1)) continue;
            foreach (var candidate in inside)
                if (CandidateFinder.Contains(gazetteer, around, candidate.Id, candidate.Record)) return true;
        }
        return false;
    }

    // Two countries, or two first-order divisions of one country.
    private static bool AreAlike(Gazetteer gazetteer, string name, string next)
    {
        var inside = gazetteer.Candidates(name);
        foreach (var outer in gazetteer.Candidates(next).Take(4))
        {
            if (outer.Alternate || outer.Record.Kind is not (PlaceKind.Country or PlaceKind.Admin1)) continue;
            foreach (var inner in inside)
                if (inner.Record.Kind == outer.Record.Kind && !inner.Alternate && (outer.Record.Kind == PlaceKind.Country || inner.Record.Country == outer.Record.Country)) return true;
        }
        return false;
    }

    private static string? TypeWord(string text, TextSpan span)
    {
        var after = NextWord().Match(text, span.End);
        if (after.Success && after.Index == span.End && PlaceTypes.Singular(after.Groups[1].Value) is var type && PlaceTypes.Kind(type) is not null) return type;
        var before = TypeOf().Match(text[Math.Max(0, span.Start - 30)..span.Start]);
        return before.Success && PlaceTypes.Kind(before.Groups[1].Value) is not null ? before.Groups[1].Value : null;
    }

    [GeneratedRegex(@"^( (?<type>\p{Ll}+)(, ((north|south|east|west)\w* |central )?| \( of (the )?| in (the )?)(((north|south|east|west)\w*|central|state of) )?|, (in )?the \p{Ll}+(?<!s) of |, ((north|south|east|west)\w* |central )?| \(|,? in (the )?((north|south|east|west)\w* |central )?|,? (the |a |its )?((provincial|regional|state|district) )?(capital|city|town|village|district) (of|in) (the )?)$")]
    private static partial Regex Inside();

    [GeneratedRegex(@"^( \p{Ll}+)?,?( (a|the) ([\p{Ll}-]+ )?(village|town|hamlet|settlement|area|suburb|locality|community)( (located|situated|lying))?)? ((just|some|about|around|roughly|over|nearly|approximately|more than|less than) )?(\d{1,2}([.,]\d+)? ?(km|kilomet(re|er)s?|miles?|mi)( \([^)]{2,16}\))? )?((to the )?(due )?(north|south|east|west)[\p{Ll}-]* of|near|outside|from|close to|on the outskirts of) (the ((provincial|regional|district|state) )?(city|town|village|capital) of )?$")]
    private static partial Regex Beside();

    [GeneratedRegex(@"^( (village|town|city|district|county|township|territory|area|province|region|state))?(, |,? in (the )?)(((north|south|east|west)[\p{Ll}-]*|central) )?(?<!in |the )$")]
    private static partial Regex Part();

    [GeneratedRegex(@"^(['\u2019]s? )((north|south|east|west)\w* |central )?((city|town|village|district) of )?$")]
    private static partial Regex Owned();

    [GeneratedRegex(@"^(,? and |, \p{Lu})")]
    private static partial Regex List();

    [GeneratedRegex(@"^( (province|region|state|district|county|oblast|governorate|department|prefecture))?([.,;:)]|$| (on|after|before|during|when|where|since|overnight|late|early|this|last|while|killing|leaving|injuring|wounding)\b)")]
    private static partial Regex SetOff();

    [GeneratedRegex(@"\G, (\p{Lu}[\w.]*(?: \p{Lu}[\w.]*){0,2})")]
    private static partial Regex AfterComma();

    [GeneratedRegex(@"\G (\p{Ll}+)")]
    private static partial Regex NextWord();

    [GeneratedRegex(@"(\w+) (?:of|called|named) (?:the )?$")]
    private static partial Regex TypeOf();
}
