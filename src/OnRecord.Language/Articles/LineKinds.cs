using System.Text.RegularExpressions;

namespace OnRecord.Language.Articles;

/// <summary>Tells by a line's own words what it is: byline, credit, caption, dateplate, heading or item.</summary>
internal static partial class LineKinds
{
    private const int LongestByline = 120, LongestCredit = 300, LongestSubhead = 90;

    private const string Name = @"(?:[\p{Lu}][\p{L}\p{M}.'’-]*|de|da|del|della|di|la|le|van|von|der|den|bin|al|el|al-[\p{Lu}][\p{L}'’-]*|ben|ibn|abu|and|of|in|for|the|at|&|,|\|)";
    internal const string Agencies = "AP|AFP|Reuters|Associated Press|Agence France-Presse|TASS|ITAR-TASS|RIA Novosti|Interfax|Xinhua|DPA|dpa|ANI|PTI|IANS|UPI|EFE|ANSA|Anadolu|Anadolu Agency|AA|Kyodo|Yonhap|Bernama|SANA|WAFA|IRNA|Ukrinform|AAP|PA|PA Media|CNN|BBC|VOA|NPR|Bloomberg|Al Jazeera|RFE/RL|Radio Free Europe";

    public static bool StartsItem(ReadOnlySpan<char> line) => ItemMarker(line) > 0;

    /// <summary>The length of the mark before a list item's words, or 0 where the line is none.</summary>
    public static int ItemMarker(ReadOnlySpan<char> line)
    {
        if (line.Length < 3) return 0;
        var mark = 0;
        if (line[0] is '-' or '*' or '•' or '‣' or '◦' or '▪' or '·' or '–' or '●' or '■' or '+') mark = 1;
        else
        {
            while (mark < 3 && char.IsAsciiDigit(line[mark])) mark++;
            if (mark is 0 or 3 || line[mark] is not ('.' or ')')) return 0;
            mark++;
        }
        var words = mark;
        while (words < line.Length && line[words] is ' ' or '\t' or '\u00A0') words++;
        return words == mark || words == line.Length || !(char.IsLetterOrDigit(line[words]) || line[words] is '"' or '“' or '\'' or '‘' or '(' or '[' or '$') ? 0 : words;
    }

    /// <summary>The length of a Markdown heading's marks with the white space after them, or 0.</summary>
    public static int HeadingMarks(ReadOnlySpan<char> line)
    {
        var marks = line.IndexOfAnyExcept('#');
        if (marks is < 1 or > 6 || line[marks] is not (' ' or '\t')) return 0;
        while (marks < line.Length && line[marks] is ' ' or '\t') marks++;
        return marks == line.Length ? 0 : marks;
    }

    /// <summary>True for a line of marks that only parts what is above from what is below.</summary>
    public static bool IsRule(ReadOnlySpan<char> line) => line.IndexOfAnyExcept("-=*_~#+•—–. \t") < 0;

    public static bool IsDateplate(ReadOnlySpan<char> line) => line.Length <= 100 && PlateDate(line.ToString()) is { Length: > 0 } date && (PublishedDate.IsWritten(date) || OnlyTime().IsMatch(date));

    /// <summary>The date of a dateplate line without the words before it.</summary>
    public static string PlateDate(string line) => PlateLabel().Replace(line, "").Trim(' ', '.', '\u00A0');

    public static bool IsByline(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestByline || !(line.StartsWith("By", StringComparison.OrdinalIgnoreCase) || line.EndsWith("Desk") || line.EndsWith("Staff") || line.Contains("Staff ", StringComparison.Ordinal)
            || line.Contains("orrespondent", StringComparison.Ordinal) || line.StartsWith("Author"))) return false;
        var s = line.ToString();
        return ByName().IsMatch(s) && !MonthAfterBy().IsMatch(s) || DeskName().IsMatch(s);
    }

    /// <summary>The names in a byline.</summary>
    public static string BylineNames(string line) => ByWord().Replace(line, "").Trim();

    public static bool IsCredit(ReadOnlySpan<char> line) => line.Length <= LongestCredit && Credit().IsMatch(line.ToString());

    public static bool IsCaption(ReadOnlySpan<char> line) =>
        line.Length <= 600 && (Caption().IsMatch(line[..Math.Min(line.Length, 120)].ToString()) || (line.Length <= 300 && PhotoCredit().IsMatch(line[^Math.Min(line.Length, 120)..].ToString())));

    /// <summary>True for a short line without a full stop that can stand above a paragraph.</summary>
    public static bool CanBeSubhead(ReadOnlySpan<char> line)
    {
        if (line.Length is < 3 or > LongestSubhead) return false;
        var end = line[^1];
        if (end is '.' or '!' or ';' or ',' or ':' or '…' or '"' or '”' or ')' or '-' or '—') return false;
        var first = line[0];
        if (!(char.IsUpper(first) || char.IsDigit(first) || first is '"' or '“' or '‘' or '\'' || char.GetUnicodeCategory(first) == System.Globalization.UnicodeCategory.OtherLetter)) return false;
        return line.Count(' ') < 14 && line.IndexOf(". ") < 0;
    }

    /// <summary>The agency a credit line or a dateline names, in its usual short form, or null.</summary>
    public static string? AgencyIn(string words) => AgencyName().Match(words) is { Success: true } m ? Short(m.Value) : null;

    internal static string Short(string agency) => agency switch
    {
        "Associated Press" or "The Associated Press" => "AP",
        "Agence France-Presse" => "AFP",
        "ITAR-TASS" => "TASS",
        "dpa" => "DPA",
        "Anadolu Agency" or "AA" => "Anadolu",
        "PA Media" => "PA",
        "Radio Free Europe" => "RFE/RL",
        _ => agency,
    };

    public static bool IsAgency(string words) => AgencyWhole().IsMatch(words);

    [GeneratedRegex("^(?:(?:first |last )?(?:published|updated|posted|modified|created|date|issued)(?: on| at)?:?\\s*)", RegexOptions.IgnoreCase)]
    private static partial Regex PlateLabel();

    [GeneratedRegex(@"^[0-9]{1,2}[:.][0-9]{2}(?:\s*[ap]\.?m\.?)?(?:\s*[A-Z]{2,4})?$", RegexOptions.IgnoreCase)]
    private static partial Regex OnlyTime();

    [GeneratedRegex(@"^(?:By|BY|by|Author:|Written by:?)\s*:?\s+" + Name + @"(?:\s*,?\s+" + Name + @"){0,14}$")]
    private static partial Regex ByName();

    [GeneratedRegex(@"^By\s+(?:(?:late|early|mid)\W|" + PublishedDate.MonthName + @"(?:\s|$)|" + PublishedDate.WeekdayName + @"(?:\s|$)|the\s|The\s)", RegexOptions.IgnoreCase)]
    private static partial Regex MonthAfterBy();

    [GeneratedRegex(@"^(?:\p{Lu}[\p{L}.'’&-]*\s+){1,5}(?:News Desk|Web Desk|Desk|Staff|Staff (?:Writer|Reporter|Correspondent)s?|(?:Our )?Correspondents?)$|^(?:From )?Our (?:Staff |Special )?Correspondents?$|^Staff (?:Report(?:er)?|Writer)s?$")]
    private static partial Regex DeskName();

    [GeneratedRegex(@"^(?:By|Author:|Written by:?)\s*:?\s+", RegexOptions.IgnoreCase)]
    private static partial Regex ByWord();

    [GeneratedRegex(@"^[(\[]?\s*(?:(?:additional |with )?reporting by\b|(?:written|compiled|edited|posted|published|reported|translated|curated) by\s*:|(?:writing|editing|compiled|edited|translated) by (?-i:\p{Lu})|with (?:agency |additional )?(?:inputs?|reporting|reports|files|information) (?:from|by)\b|©|copyright\b|\(c\)\s|all rights reserved|source\s*:\s|(?:this (?:story|article|report) (?:was|has been|is) (?:first |originally )?(?:published|auto-generated|taken|sourced|produced))|(?:the )?associated press (?:writers?|journalists?|reporters?)\b.{0,150}\bcontributed to this (?:report|story)|.{0,150}\bcontributed to this (?:report|story|article)\.?$)|^[(\[—–-]?\s*(?:" + Agencies + @")(?:\s*[/,]\s*(?:" + Agencies + @"))*\s*[)\]]?\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex Credit();

    [GeneratedRegex(@"^(?:(?:FILE|Representational|REPRESENTATIVE)\s*(?:PHOTO|IMAGE|PICTURE|PIC|FOOTAGE)?\s*(?:[:—–]|-\s|\()|[(\[]?(?:Photo|Image|Picture|Pic|Video|Photograph|Illustration|Map|Graphic|Cover image|Featured image)s?\s*(?:(?:credits?|source|caption|courtesy|copyright|by)\s*[:,/]?\s|:\s|/\s?(?-i:\p{Lu}))|(?:Image|Media) (?:source|caption|copyright)\b,?|[(\[](?:Photo|Image|Picture)\b|(?:Photo|Image)(?:graph)? by (?-i:\p{Lu})|In this (?:file |undated |handout )?(?:photo|picture|image)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Caption();

    [GeneratedRegex(@"\((?:[^()]{0,60}[/ ])?(?:(?:file |handout )?photo(?:graph)?|pool photo|getty images|ap images|afp images)(?:[/ ,:][^()]{0,60})?\)\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex PhotoCredit();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?:" + Agencies + @")(?![\p{L}\p{N}])")]
    private static partial Regex AgencyName();

    [GeneratedRegex(@"^(?:The )?(?:" + Agencies + ")$")]
    private static partial Regex AgencyWhole();
}
