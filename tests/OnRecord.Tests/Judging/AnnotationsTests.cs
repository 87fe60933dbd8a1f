using System.Text.Json;
using OnRecord.Lab.Judging;
using OnRecord.Statements.Coding;
using OnRecord.Tests.House;

namespace OnRecord.Tests.Judging;

public sealed class AnnotationsTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "lab", "annotations");

    [SharedDataFact]
    public void Every_annotation_finds_its_text_and_has_a_known_type()
    {
        var types = CodebookReader.Read(Path.Combine(Repository.Root, "data", "codebook")).Value!.Types;
        var texts = new AnnotatedTexts(Path.Combine(SharedData.Root!, "data"));
        var documents = Files().SelectMany(f => Annotations.Read(f, texts)).ToList();
        documents.Count.ShouldBeGreaterThan(2000);
        documents.Select(d => d.Id).ShouldBeUnique();
        foreach (var statement in documents.SelectMany(d => d.Statements)) types.ShouldContainKey(statement.Type);
    }

    [SharedDataFact]
    public void Items_kept_for_measuring_are_not_annotated()
    {
        var reserved = File.ReadLines(Path.Combine(SharedData.Root!, "data", "current-events", "reserved.txt")).Select(l => l.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        reserved.ShouldNotBeEmpty();
        foreach (var line in Files().SelectMany(File.ReadLines))
        {
            using var json = JsonDocument.Parse(line);
            reserved.ShouldNotContain(json.RootElement.GetProperty("id").GetString()!);
        }
    }

    [Fact]
    public void A_position_outside_of_the_text_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var items = folder.CreateSubdirectory("current-events").FullName;
            File.WriteAllText(Path.Combine(items, "reserved.txt"), "");
            File.WriteAllText(Path.Combine(items, "2020.jsonl"), """{"text": "They took it.", "sources": []}""" + "\n");
            var texts = new AnnotatedTexts(folder.FullName);
            const string id = "9b3ecbb4bdf7";
            var known = Convert.ToHexStringLower(System.Security.Cryptography.SHA1.HashData("They took it."u8))[..12];
            texts.Of("current-events", known)!.Value.Text.ShouldBe("They took it.");
            texts.Of("current-events", id).ShouldBeNull();
            var file = Path.Combine(folder.FullName, "a.jsonl");
            File.WriteAllText(file, $$"""{"set":"current-events","id":"{{known}}","statements":[{"trigger":[5,9],"type":"capture","agent":[[0,4]]}]}""" + "\n");
            var read = Annotations.Read(file, texts)[0].Statements[0];
            (read.Trigger.Of("They took it."), read.Agent[0]).ShouldBe(("took", "They"));
            File.WriteAllText(file, $$"""{"set":"current-events","id":"{{known}}","statements":[{"trigger":[5,99],"type":"capture"}]}""" + "\n");
            Should.Throw<InvalidDataException>(() => Annotations.Read(file, texts));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(Folder, "*.jsonl");
}
