using OnRecord.Language.Mentions.Places;

namespace OnRecord.Tests.Places;

public sealed class GazetteerFileTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"gazetteer-{Guid.NewGuid():N}.bin");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_missing_file_is_a_problem_that_names_it()
    {
        var problem = Gazetteer.Open(_path).Problem.ShouldNotBeNull();
        problem.Where.ShouldBe(_path);
        problem.What.ShouldBe("there is no gazetteer");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(60)]
    [InlineData(5_000)]
    public void A_file_cut_short_is_a_problem(int length)
    {
        var bytes = File.ReadAllBytes(ShippedGazetteer.Path);
        File.WriteAllBytes(_path, bytes[..length]);
        Gazetteer.Open(_path).Problem!.What.ShouldContain("cut short");
    }

    [Theory]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(100_000)]
    [InlineData(-1)]
    public void A_changed_byte_is_a_problem(int at)
    {
        var bytes = File.ReadAllBytes(ShippedGazetteer.Path);
        bytes[at < 0 ? bytes.Length + at : at] ^= 1;
        File.WriteAllBytes(_path, bytes);
        Gazetteer.Open(_path).Problem!.What.ShouldContain("damaged");
    }

    [Fact]
    public void A_foreign_file_is_a_problem()
    {
        File.WriteAllText(_path, new string('x', 1000));
        Gazetteer.Open(_path).Problem!.What.ShouldContain("no gazetteer file");
    }

    [Fact]
    public void A_folder_is_a_problem() => Gazetteer.Open(Path.GetTempPath()).Problem.ShouldNotBeNull();

    [Fact]
    public void A_closed_gazetteer_cannot_be_asked()
    {
        var gazetteer = Gazetteer.Open(ShippedGazetteer.Path).Value.ShouldNotBeNull();
        gazetteer.Dispose();
        gazetteer.Dispose();
        Should.Throw<ObjectDisposedException>(() => gazetteer.Find("Kabul"));
    }
}
