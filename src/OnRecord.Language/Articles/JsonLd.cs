using System.Net;
using System.Text;
using System.Text.Json;

namespace OnRecord.Language.Articles;

/// <summary>What a page's structured data (schema.org in JSON-LD) says of its article.</summary>
internal sealed record JsonLd(string? Title, string? Byline, string? Outlet, string? Published, string? Url, string? Language, string? Body)
{
    public static JsonLd None { get; } = new(null, null, null, null, null, null, null);

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The first article among the scripts; what is not valid JSON is passed over.</summary>
    public static JsonLd Find(IEnumerable<string> scripts)
    {
        var found = None;
        foreach (var script in scripts)
        {
            try
            {
                using var document = JsonDocument.Parse(WithoutControls(script), Lenient);
                var objects = new List<JsonElement>();
                Collect(document.RootElement, objects);
                foreach (var article in objects.Where(IsArticle).OrderBy(o => Text(o, "headline") is null)) found = found.Or(Read(article, objects));
                foreach (var page in objects.Where(o => IsType(o, t => t == "WebPage"))) found = found.Or(None with { Published = Text(page, "datePublished"), Language = Text(page, "inLanguage") });
            }
            catch (JsonException)
            {
                // Many pages carry broken data; the page itself still says enough.
            }
        }
        return found;
    }

    private JsonLd Or(JsonLd other) => new(Title ?? other.Title, Byline ?? other.Byline, Outlet ?? other.Outlet, Published ?? other.Published, Url ?? other.Url, Language ?? other.Language, Body ?? other.Body);

    private static JsonLd Read(JsonElement article, List<JsonElement> all) => new(
        Text(article, "headline") ?? Text(article, "name"),
        Names(article, "author", all) ?? Names(article, "creator", all),
        Names(article, "publisher", all),
        Text(article, "datePublished") ?? Text(article, "dateCreated"),
        Text(article, "url"),
        Text(article, "inLanguage"),
        Text(article, "articleBody"));

    private static void Collect(JsonElement element, List<JsonElement> objects)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) Collect(item, objects);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            objects.Add(element);
            foreach (var property in element.EnumerateObject())
                if (property.Value.ValueKind is JsonValueKind.Array or JsonValueKind.Object) Collect(property.Value, objects);
        }
    }

    private static bool IsArticle(JsonElement element) =>
        IsType(element, t => t.EndsWith("Article", StringComparison.Ordinal) || t is "BlogPosting" or "LiveBlogPosting" or "Report") && !element.TryGetProperty("itemListElement", out _);

    private static bool IsType(JsonElement element, Func<string, bool> accepts)
    {
        if (!element.TryGetProperty("@type", out var type)) return false;
        return type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Any(t => Value(t) is { } v && accepts(v)) : Value(type) is { } value && accepts(value);
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? Value(value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 ? value[0] : value) : null;

    private static string? Names(JsonElement element, string name, List<JsonElement> all)
    {
        if (!element.TryGetProperty(name, out var value)) return null;
        JsonElement[] items = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];
        var names = items.Select(item => Value(item) ?? (item.ValueKind == JsonValueKind.Object ? Text(item, "name") ?? Referred(item, all) : null))
            .OfType<string>().Where(n => !n.Contains("://", StringComparison.Ordinal)).Distinct().ToArray();
        return names.Length == 0 ? null : string.Join(", ", names);
    }

    private static string? Referred(JsonElement item, List<JsonElement> all) =>
        Text(item, "@id") is { } id ? all.Where(o => Text(o, "@id") == id).Select(o => Text(o, "name")).FirstOrDefault(n => n is not null) : null;

    private static string? Value(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String) return null;
        try
        {
            var text = WebUtility.HtmlDecode(element.GetString()!).Trim();
            return text.Length == 0 ? null : text;
        }
        catch (InvalidOperationException)
        {
            // An unpaired surrogate.
            return null;
        }
    }

    // Raw line breaks within strings are the most frequent fault.
    private static string WithoutControls(string script)
    {
        var clean = new StringBuilder(script.Length);
        foreach (var c in script) clean.Append(c < ' ' ? ' ' : c);
        return clean.ToString().Trim().TrimEnd(';');
    }
}
