using System.Globalization;
using System.Text;

namespace OnRecord.Views;

/// <summary>A situation report as Markdown.</summary>
internal static class ReportMarkdown
{
    public static string Render(SituationReport report)
    {
        var page = new StringBuilder($"# {ReportText.Heading(report)}\n");
        foreach (var section in report.Sections)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {section.Title}\n\n");
            foreach (var line in section.Lines)
                page.Append(CultureInfo.InvariantCulture, $"- {Escape(line.Text)} {string.Join(' ', line.References.Select(number => $"[{number}](#ref-{number})"))}\n");
            if (section.LeftOut > 0) page.Append(CultureInfo.InvariantCulture, $"- … and {section.LeftOut} more\n");
            if (section.Nothing is { } nothing) page.Append(CultureInfo.InvariantCulture, $"{(section.Lines.IsEmpty ? "" : "\n")}_{nothing}_\n");
        }
        if (report.References.Length > 0) page.Append("\n## References\n\n");
        foreach (var reference in report.References)
        {
            var outlet = Escape(ReportText.Origin(reference));
            if (reference.Url is { } url && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https") outlet = $"[{outlet}]({uri.AbsoluteUri.Replace(")", "%29")})";
            page.Append(CultureInfo.InvariantCulture, $"<a id=\"ref-{reference.Number}\"></a>{reference.Number}. `{ReportText.Short(reference.Entry)}` {outlet}");
            page.Append(reference.Words is { Length: > 0 } words ? $": “{Escape(words)}”\n\n" : "\n\n");
        }
        return page.ToString().TrimEnd() + "\n";
    }

    private static string Escape(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|') safe.Append('\\');
            safe.Append(c);
        }
        return safe.ToString();
    }
}
