namespace OnRecord.Tests.House;

/// <summary>The repository's own files.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The C# files below a folder, by path from the root with forward slashes.</summary>
    public static IEnumerable<(string Path, string Text)> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
            .Order(StringComparer.Ordinal)
            .Select(path => (Path.GetRelativePath(Root, path).Replace('\\', '/'), File.ReadAllText(path)));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "OnRecord.slnx"))) return folder.FullName;
        throw new InvalidOperationException("the tests must run inside the repository");
    }
}
