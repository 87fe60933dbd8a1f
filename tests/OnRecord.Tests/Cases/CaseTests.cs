namespace OnRecord.Tests.Cases;

public sealed class CaseTests(ReaderFixture reader) : IClassFixture<ReaderFixture>
{
    public static TheoryData<string> Names => [.. Directory.EnumerateFiles(CaseCheck.Folder, "*.md").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Reads_what_a_journalist_would(string name) =>
        CaseCheck.Faults(reader.Value, CaseFile.Read(Path.Combine(CaseCheck.Folder, name + ".md"))).ShouldBeEmpty();
}
