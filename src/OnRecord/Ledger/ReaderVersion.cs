namespace OnRecord.Ledger;

/// <summary>Names of readers such as "0.2.0+3fa9": a version, and a mark of the data and models it read with.</summary>
public static class ReaderVersion
{
    /// <summary>True where both names carry a version and the first is of a newer one.</summary>
    public static bool Newer(string one, string other) => Version.TryParse(Number(one), out var a) && Version.TryParse(Number(other), out var b) && a > b;

    private static string Number(string name) => name.IndexOf('+') is var plus and >= 0 ? name[..plus] : name;
}
