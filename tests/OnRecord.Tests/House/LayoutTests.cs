using System.Text.RegularExpressions;

namespace OnRecord.Tests.House;

public partial class LayoutTests
{
    // Each step may use those before it; the language knows nothing of the war.
    private static readonly string[] Steps =
    [
        "OnRecord.Language.Articles", "OnRecord.Language.Sentences", "OnRecord.Language.Parses", "OnRecord.Language.Mentions",
        "OnRecord.Statements", "OnRecord.Ledger", "OnRecord.Pictures", "OnRecord.Views", "OnRecord.Scores",
    ];

    [Fact]
    public void Every_folder_has_its_question_in_the_architecture_and_every_question_its_folder()
    {
        var headings = Heading().Matches(Repository.Read("ARCHITECTURE.md"));
        headings.ShouldAllBe(h => h.Groups[1].Value.EndsWith('?'));
        headings.Select(h => h.Groups[2].Value).Order(StringComparer.Ordinal).ShouldBe(Folders().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_architecture_goes_in_the_order_of_the_steps()
    {
        var folders = Heading().Matches(Repository.Read("ARCHITECTURE.md")).Select(h => h.Groups[2].Value).ToList();
        Steps.Select(FolderOf).Select(folder => folders.IndexOf(folder)).ShouldBeInOrder();
    }

    [Fact]
    public void A_step_uses_only_the_steps_before_it()
    {
        var wrong = new List<string>();
        for (var step = 0; step < Steps.Length; step++)
            foreach (var (path, text) in Repository.Sources(FolderOf(Steps[step])))
                foreach (var later in Steps[(step + 1)..])
                    if (Regex.IsMatch(text, $@"^using (static )?{Regex.Escape(later)}(\.|;)", RegexOptions.Multiline)) wrong.Add($"{path} uses {later}");
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void A_file_of_a_step_is_in_the_namespace_of_its_folder()
    {
        var wrong = new List<string>();
        foreach (var step in Steps)
            foreach (var (path, text) in Repository.Sources(FolderOf(step)))
            {
                var below = Path.GetDirectoryName(path)!.Replace('\\', '/')[FolderOf(step).Length..].Replace('/', '.');
                if (!text.Contains($"namespace {step}{below};", StringComparison.Ordinal)) wrong.Add(path);
            }
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void No_file_is_longer_than_four_hundred_lines_unless_it_is_a_table()
    {
        var folders = new[] { "src", "lab", "tests", "benchmarks" };
        var sources = folders.SelectMany(Repository.Sources).ToList();
        sources.Count.ShouldBeGreaterThan(100);
        sources.Where(s => !s.Path.EndsWith("Table.cs", StringComparison.Ordinal) && s.Text.Count(c => c == '\n') > 400).Select(s => s.Path).ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_is_left_for_later()
    {
        string[] words = ["TO" + "DO", "FIX" + "ME", "HA" + "CK", "NotImplemented" + "Exception"];
        Repository.Sources("src").Concat(Repository.Sources("lab")).Concat(Repository.Sources("tests"))
            .Where(s => words.Any(word => Regex.IsMatch(s.Text, $@"\b{word}\b"))).Select(s => s.Path).ShouldBeEmpty();
    }

    private static string FolderOf(string step) => step.StartsWith("OnRecord.Language.", StringComparison.Ordinal)
        ? $"src/OnRecord.Language/{step["OnRecord.Language.".Length..]}"
        : $"src/OnRecord/{step["OnRecord.".Length..]}";

    // The steps of the two libraries that are made of steps, the other projects whole, and what stands beside the code.
    private static IEnumerable<string> Folders()
    {
        foreach (var project in Below("src"))
            if (project is "src/OnRecord.Language" or "src/OnRecord")
                foreach (var step in Below(project)) yield return step;
            else yield return project;
        foreach (var project in Below("lab")) yield return project;
        foreach (var folder in Below("").Where(f => f is not ("src" or "lab" or "artifacts" or "TestResults"))) yield return folder;
    }

    private static IEnumerable<string> Below(string folder) => Directory.GetDirectories(Path.Combine(Repository.Root, folder))
        .Select(path => Path.GetFileName(path)).Where(name => !name.StartsWith('.') && name is not ("bin" or "obj")).Select(name => folder.Length == 0 ? name : $"{folder}/{name}");

    [GeneratedRegex(@"^## (.+) `([^`]+)`$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
