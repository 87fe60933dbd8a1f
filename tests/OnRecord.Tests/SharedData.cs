namespace OnRecord.Tests;

/// <summary>Finds the folder <c>shared/</c> that may stand beside the repository, and lets a test skip where it does not.</summary>
internal static class SharedData
{
    /// <summary>The folder, or null where none stands beside the repository.</summary>
    public static string? Root { get; } = Find();

    private static string? Find()
    {
        for (var dir = new DirectoryInfo(AppContext.BaseDirectory); dir is not null; dir = dir.Parent)
        {
            if (!File.Exists(Path.Combine(dir.FullName, "OnRecord.slnx"))) continue;
            var shared = Path.Combine(dir.FullName, "..", "shared");
            return Directory.Exists(shared) ? Path.GetFullPath(shared) : null;
        }
        return null;
    }
}

/// <summary>A fact on shared data: skipped, saying why, where the data is not there.</summary>
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(string path = "")
    {
        if (SharedData.Root is null || !Path.Exists(Path.Combine(SharedData.Root, path)))
            Skip = $"needs shared/{path} beside the repository";
    }
}
