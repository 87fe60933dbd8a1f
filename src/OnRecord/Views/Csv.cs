using System.Globalization;
using OnRecord.Ledger;
using OnRecord.Pictures;
using OnRecord.Statements;

namespace OnRecord.Views;

/// <summary>What is on record as CSV by RFC 4180: a heading line, commas, quotation marks where needed, lists parted by semicolons.</summary>
public static class Csv
{
    /// <summary>The heading of the parts of a picture.</summary>
    public const string PartHeading = "id,day,text,place,admin1,country,lat,lon,state,entries";

    /// <summary>The heading of statements.</summary>
    public const string StatementHeading =
        "id,article,outlet,published,known,type,mode,polarity,agent,agent_id,patient,patient_id,place,admin1,country,lat,lon,quantity,low,high,unit,from,to,deadline,source,source_id,stance";

    /// <summary>The heading of articles.</summary>
    public const string ArticleHeading = "id,key,title,outlet,agency,published,known,url,notice";

    /// <summary>A part of a picture as a line.</summary>
    public static string Line(PictureItem item)
    {
        var (spot, state) = (PlaceOf(item.Record), StateOf(item.Record));
        return Join(item.Id, Iso(item.Day), item.Text, spot?.Name, spot?.Place?.Admin1, spot?.Place?.Country, Number(spot?.Place?.Lat), Number(spot?.Place?.Lon), state, string.Join(';', item.Entries));
    }

    /// <summary>A statement as a line.</summary>
    public static string Line(LedgerEntry entry, Privacy privacy)
    {
        var s = entry.Statement;
        var at = s.Place?.Place;
        // What is only known to lie somewhere around has no point.
        var point = at is { Approximate: false } ? at : null;
        return Join(s.Id, entry.ArticleId, entry.Outlet, Iso(entry.Published), Iso(entry.Known), s.Type, s.Mode.Label(), s.Polarity.Label(),
            string.Join(';', s.Agent.Select(privacy.Show)), string.Join(';', s.Agent.Select(p => p.Actor)), string.Join(';', s.Patient.Select(privacy.Show)), string.Join(';', s.Patient.Select(p => p.Actor)),
            s.Place?.Name, at?.Admin1, at?.Country, Number(point?.Lat), Number(point?.Lon), s.Quantity?.Text, Number(s.Quantity?.Low), Number(s.Quantity?.High), s.Quantity?.Unit,
            Iso(s.Time?.From), Iso(s.Time?.To), Iso(s.Deadline?.Day), string.Join(';', s.Sources.Select(privacy.Show)), string.Join(';', s.Sources.Select(source => source.Actor)), s.Stance.Label());
    }

    /// <summary>An article as a line.</summary>
    public static string Line(ArticleEntry a) => Join(a.Id, a.Key, a.Title, a.Outlet, a.Agency, Iso(a.Published), Iso(a.Known), a.Url, ArticleNotices.Of(a)?.Change.ToString().ToLowerInvariant());

    /// <summary>Where a part of a picture is, or null.</summary>
    public static Spot? PlaceOf(object part) => part switch
    {
        Happening h => h.Place,
        Claim c => c.Place,
        PlaceControl p => p.Place,
        Commitment c => c.Place,
        Movement m => m.Place,
        Harm h => h.Place,
        Disagreement d => d.Place,
        Tally t => t.Place,
        _ => null,
    };

    private static string? StateOf(object part) => part switch
    {
        Happening h => Word(h.Standing),
        Claim c => Word(c.Standing),
        PlaceControl { Now: { } now } => now.Contested ? "contested" : Word(now.Standing),
        Commitment c => c.State.ToString().ToLowerInvariant(),
        Movement m => m.State == MovementState.UnderWay ? "under-way" : m.State.ToString().ToLowerInvariant(),
        Harm h => Word(h.Standing),
        Disagreement d => d.Kind,
        Tally t => t.Check,
        _ => null,
    };

    private static string Word(Verdict verdict) => verdict.Standing.ToString().ToLowerInvariant();

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Number(double? number) => number?.ToString("0.#####", CultureInfo.InvariantCulture);

    private static string Join(params ReadOnlySpan<string?> fields)
    {
        var line = new System.Text.StringBuilder();
        for (var i = 0; i < fields.Length; i++)
        {
            if (i > 0) line.Append(',');
            line.Append(Quoted(fields[i] ?? ""));
        }
        return line.ToString();
    }

    // A spreadsheet would take a field that begins so for a formula, and run it.
    private static string Quoted(string field)
    {
        if (field.Length > 0 && field[0] is '=' or '+' or '@' || field is ['-', var second, ..] && !char.IsAsciiDigit(second)) field = "'" + field;
        return field.AsSpan().IndexOfAny("\",\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"")}\"";
    }
}
