using System.Globalization;
using System.Text;

namespace OnRecord.Views;

/// <summary>A situation report as plain text.</summary>
internal static class ReportText
{
    private const int IdLength = 10;

    public static string Render(SituationReport report, int width)
    {
        var page = new StringBuilder();
        page.Append(Heading(report)).Append('\n');
        foreach (var section in report.Sections)
        {
            page.Append('\n').Append(section.Title.ToUpperInvariant()).Append('\n');
            foreach (var line in section.Lines) Wrap(page, "  • ", "    ", $"{line.Text} [{string.Join(", ", line.References)}]", width);
            if (section.LeftOut > 0) page.Append(CultureInfo.InvariantCulture, $"    … and {section.LeftOut} more; --all shows them\n");
            if (section.Nothing is { } nothing) Wrap(page, "  ", "  ", nothing, width);
        }
        if (report.References.Length > 0) page.Append("\nREFERENCES\n");
        foreach (var reference in report.References)
        {
            var mark = $"  [{reference.Number}] ";
            Wrap(page, mark, "      ", $"{Short(reference.Entry)}  {Origin(reference)}" + (reference.Words is { Length: > 0 } words ? $": “{words}”" : ""), width);
        }
        return page.ToString();
    }

    /// <summary>The line at the head of every form of the report.</summary>
    public static string Heading(SituationReport report) => report.Since is { } since
        ? $"What changed{(report.Area is { } where ? $" in {where}" : "")} from {Phrases.Day(since)} to {Phrases.Day(report.AsOf)}"
        : $"Situation{(report.Area is { } area ? $" in {area}" : "")} as of {Phrases.Day(report.AsOf)}" + (report.KnownAt is { } known ? $", as known on {Phrases.Day(known)}" : "");

    /// <summary>"Gazette, 8 Aug 2021".</summary>
    public static string Origin(Reference reference) =>
        $"{reference.Outlet ?? "outlet not known"}, {(reference.Published is { } day ? Phrases.Day(day) : "day not known")}";

    /// <summary>An entry's id, short enough to type.</summary>
    public static string Short(string id) => id.Length > IdLength ? id[..IdLength] : id;

    private static void Wrap(StringBuilder page, string first, string rest, string text, int width)
    {
        var line = new StringBuilder(first);
        var empty = true;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!empty && line.Length + 1 + word.Length > width)
            {
                page.Append(line).Append('\n');
                line.Clear().Append(rest);
                empty = true;
            }
            if (!empty) line.Append(' ');
            line.Append(word);
            empty = false;
        }
        page.Append(line).Append('\n');
    }
}
