using Xunit.Abstractions;

namespace OnRecord.Tests.Cases;

/// <summary>Cases that the reader does not get right yet, under tests/cases/known-gaps: they must be readable and still wrong; one that has come right belongs among the cases.</summary>
public sealed class KnownGapTests(ReaderFixture reader, ITestOutputHelper output) : IClassFixture<ReaderFixture>
{
    private static string Folder => Path.Combine(CaseCheck.Folder, "known-gaps");

    [Fact]
    public void The_known_gaps_are_gaps()
    {
        var files = Directory.Exists(Folder) ? Directory.EnumerateFiles(Folder, "*.md").Order(StringComparer.Ordinal).Select(CaseFile.Read).ToList() : [];
        var right = new List<string>();
        foreach (var file in files)
        {
            var faults = CaseCheck.Faults(reader.Value, file);
            if (faults.Count == 0) right.Add(file.Name);
            output.WriteLine($"{file.Name}: {faults.Count} wrong");
            foreach (var fault in faults) output.WriteLine("  " + fault);
        }
        output.WriteLine($"{files.Count - right.Count} of {files.Count} known gaps are still open.");
        right.ShouldBeEmpty("these are read right by now: move them from tests/cases/known-gaps to tests/cases");
    }
}
