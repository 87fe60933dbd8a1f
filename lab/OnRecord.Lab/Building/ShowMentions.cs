using System.CommandLine;
using OnRecord.Lab.Reading;
using OnRecord.Language.Articles;
using OnRecord.Language.Mentions;

namespace OnRecord.Lab.Building;

/// <summary>The verb that shows what a text mentions: names, nouns and pronouns with what they refer to, times and quantities.</summary>
internal static class ShowMentions
{
    public static Command Create()
    {
        var text = new Argument<string>("text") { Description = "The text of an article, or a file of it." };
        var published = new Option<string?>("--published") { Description = "Its day of publication." };
        var home = new Option<string>("--home") { DefaultValueFactory = _ => AppContext.BaseDirectory, Description = "The folder that holds data/ and models/." };
        var command = new Command("show-mentions", "Shows what a text mentions.") { text, published, home };
        command.SetAction(r =>
        {
            using var tools = new ReadingTools(Path.Combine(r.GetValue(home)!, "data"), Path.Combine(r.GetValue(home)!, "models"), 0, Console.Out);
            var given = r.GetValue(text)!;
            var input = new ArticleInput { Id = "text", Text = File.Exists(given) ? File.ReadAllText(given) : given, Published = r.GetValue(published) };
            if (ArticleReader.FromInput(input).Value is not { } article) return 1;
            Show(article, tools.Reader.ReadWhole(article).Mentions);
            return 0;
        });
        return command;
    }

    private static void Show(Article article, ArticleMentions found)
    {
        Console.WriteLine($"country {found.Country ?? "unknown"}");
        foreach (var mention in found.Mentions)
        {
            var entity = found.Entities[mention.Entity];
            var place = entity.Place is { } at ? $" @ {at.Name}, {at.Admin1}, {at.Country} {at.Kind}{(at.Approximate ? "~" : "")}" : "";
            Console.WriteLine($"{mention.Sentence}\t{mention.Span.Of(article.Text)}\t{mention.Form}\t#{mention.Entity} {entity.Kind} {entity.Name} [{entity.Actor ?? "-"}]{place}{(entity.Role is null ? "" : $" ({entity.Role})")}\t{entity.Unresolved}");
        }
        foreach (var name in found.Names) Console.WriteLine($"{name.Sentence}\t{name.Span.Of(article.Text)}\t{name.Sort}");
        foreach (var time in found.Times) Console.WriteLine($"{time.Sentence}\t{time.Span.Of(article.Text)}\t{time.Kind} {time.From:yyyy-MM-dd}..{time.To:yyyy-MM-dd}");
        foreach (var quantity in found.Quantities) Console.WriteLine($"{quantity.Sentence}\t{quantity.Span.Of(article.Text)}\t{quantity.Low}..{quantity.High} {quantity.Unit}");
    }
}
