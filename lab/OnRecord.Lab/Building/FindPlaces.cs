using System.CommandLine;
using System.Globalization;
using OnRecord.Language.Mentions.Places;

namespace OnRecord.Lab.Building;

/// <summary>The verb that shows what the gazetteer knows under a name.</summary>
internal static class FindPlaces
{
    public static Command Create()
    {
        var names = new Argument<string[]>("name") { Description = "Names to look up.", Arity = ArgumentArity.OneOrMore };
        var file = new Option<string>("--gazetteer") { Description = "The gazetteer file.", DefaultValueFactory = _ => Path.Combine("data", "gazetteer.bin") };
        var command = new Command("find-places", "Shows what the gazetteer knows under a name, the most prominent first.") { names, file };
        command.SetAction(result =>
        {
            var opened = Gazetteer.Open(result.GetValue(file)!);
            if (opened.Value is not { } gazetteer)
            {
                Console.Error.WriteLine(opened.Problem);
                return 1;
            }
            using (gazetteer)
                foreach (var name in result.GetValue(names)!)
                    foreach (var place in gazetteer.Find(name).Take(8))
                        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                            $"{name}\t{place.Name}\t{place.Kind}\t{place.Admin1}\t{place.Country}\t{place.Lat:0.00},{place.Lon:0.00}\t{place.Population}\t{place.Code}{(place.Approximate ? "~" : "")}\t{gazetteer.CapitalOf(place)?.Name}"));
            return 0;
        });
        return command;
    }
}
