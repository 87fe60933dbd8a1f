using System.IO.Enumeration;

namespace OnRecord.Cli.Inputs;

/// <summary>Paths with <c>*</c>, <c>?</c> and <c>**</c>, for shells that leave them to the command.</summary>
internal static class Glob
{
    /// <summary>True where the path holds a wildcard.</summary>
    public static bool Is(string path) => path.AsSpan().IndexOfAny("*?") >= 0;

    /// <summary>The files of this form, by name in ordinal order, each once.</summary>
    public static IEnumerable<string> Match(string pattern)
    {
        var parts = pattern.Replace('\\', '/').Split('/');
        var (root, first) = parts[0].Length == 0 ? ("/", 1) : parts[0].EndsWith(':') ? (parts[0] + "/", 1) : ("", 0);
        return Below(root, parts.AsMemory(first)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Below(string folder, ReadOnlyMemory<string> parts)
    {
        if (parts.IsEmpty) return [];
        var (part, rest) = (parts.Span[0], parts[1..]);
        if (part.Length == 0) return Below(folder, rest);
        if (part == "**") return Below(folder, rest).Concat(Entries(folder, folders: true).SelectMany(sub => Below(sub, parts)));
        if (!Is(part))
        {
            var path = Path.Combine(folder, part);
            return !rest.IsEmpty ? Directory.Exists(path) ? Below(path, rest) : [] : File.Exists(path) ? [path] : [];
        }
        var named = Entries(folder, folders: !rest.IsEmpty).Where(path => FileSystemName.MatchesSimpleExpression(part, Path.GetFileName(path), ignoreCase: false));
        return rest.IsEmpty ? named : named.SelectMany(sub => Below(sub, rest));
    }

    private static IEnumerable<string> Entries(string folder, bool folders)
    {
        // A folder that is a link could lead back to itself.
        var skip = FileAttributes.Hidden | FileAttributes.System | (folders ? FileAttributes.ReparsePoint : 0);
        var options = new EnumerationOptions { IgnoreInaccessible = true, AttributesToSkip = skip };
        var at = folder.Length == 0 ? "." : folder;
        try
        {
            var found = folders ? Directory.GetDirectories(at, "*", options) : Directory.GetFiles(at, "*", options);
            return found.Select(path => folder.Length == 0 ? Path.GetFileName(path) : path);
        }
        catch (IOException)
        {
            return [];
        }
    }
}
