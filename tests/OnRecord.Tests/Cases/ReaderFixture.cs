namespace OnRecord.Tests.Cases;

/// <summary>The whole reader with the data and weights that ship, loaded once for a class of tests.</summary>
public sealed class ReaderFixture : IDisposable
{
    public Reader Value { get; } = Reader.Load(Path.Combine(AppContext.BaseDirectory, "data"), Path.Combine(AppContext.BaseDirectory, "models")) is var loaded && loaded.Value is { } reader
        ? reader
        : throw new InvalidOperationException(loaded.Problem!.ToString());

    public void Dispose() => Value.Dispose();
}
