using System.Globalization;
using OnRecord.Language.Articles;

namespace OnRecord.Lab.Reading;

/// <summary>Reads stand-off annotation of attributions: ranges ("T"), and events ("E") that join a cue, sources and contents.</summary>
internal static class BratFile
{
    public static List<Attribution> Attributions(IEnumerable<string> lines)
    {
        var ranges = new Dictionary<string, IReadOnlyList<TextSpan>>();
        var events = new List<string>();
        foreach (var line in lines)
        {
            var fields = line.Split('\t');
            if (fields.Length < 2) continue;
            if (fields[0].StartsWith('T')) ranges[fields[0]] = Ranges(fields[1]);
            else if (fields[0].StartsWith('E')) events.Add(fields[1]);
        }
        var found = new List<Attribution>();
        foreach (var line in events)
        {
            var roles = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(r => r.Split(':')).Where(r => r.Length == 2 && ranges.ContainsKey(r[1])).ToList();
            var cue = Of("Cue");
            if (cue.Count > 0) found.Add(new Attribution(cue, Of("Source"), Of("Content")));

            IReadOnlyList<TextSpan> Of(string role) => [.. roles.Where(r => r[0].TrimEnd("0123456789".ToCharArray()) == role).SelectMany(r => ranges[r[1]]).OrderBy(s => s.Start)];
        }
        return found;
    }

    // "Content 48 53;60 70"
    private static List<TextSpan> Ranges(string field)
    {
        var found = new List<TextSpan>();
        foreach (var piece in field[(field.IndexOf(' ', StringComparison.Ordinal) + 1)..].Split(';'))
        {
            var ends = piece.Split(' ');
            found.Add(new TextSpan(int.Parse(ends[0], CultureInfo.InvariantCulture), int.Parse(ends[1], CultureInfo.InvariantCulture)));
        }
        return found;
    }
}
