using OnRecord.Language.Mentions.Places;

namespace OnRecord.Tests.Places;

/// <summary>The gazetteer that the product ships, opened once for all tests of a class.</summary>
public sealed class ShippedGazetteer : IDisposable
{
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "data", "gazetteer.bin");

    public Gazetteer Gazetteer { get; } = Gazetteer.Open(Path).Value.ShouldNotBeNull();

    public void Dispose() => Gazetteer.Dispose();
}
