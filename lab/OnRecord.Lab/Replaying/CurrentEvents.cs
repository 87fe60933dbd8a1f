using System.Text.Json;
using OnRecord.Language.Articles;

namespace OnRecord.Lab.Replaying;

/// <summary>Reads the current-events form (a dated item a line, with its sources) as articles: the first source named is the outlet.</summary>
internal static class CurrentEvents
{
    public static IEnumerable<ArticleInput> Read(string path, DateOnly from, DateOnly to)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0) continue;
            using var json = JsonDocument.Parse(line);
            var item = json.RootElement;
            var day = item.GetProperty("date").GetString()!;
            var date = DateOnly.ParseExact(day, "yyyy-MM-dd");
            if (date < from || date > to) continue;
            var sources = item.GetProperty("sources");
            var (outlet, url) = sources.GetArrayLength() > 0 ? (sources[0][0].GetString()!.Trim('(', ')', ' '), sources[0][1].GetString()) : (null, null);
            yield return new ArticleInput
            {
                Id = $"ce-{day}-{number}",
                Text = item.GetProperty("text").GetString()!,
                Outlet = string.IsNullOrEmpty(outlet) ? null : outlet,
                Published = day,
                Url = url,
                Language = "en",
            };
        }
    }
}
