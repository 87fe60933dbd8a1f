using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace OnRecord.Language;

/// <summary>Says of a YAML text whether walking its nodes is safe: no references, which may lead back to where they stand, and no nesting that recursion would not survive.</summary>
public static class YamlGuard
{
    private const int DeepestNesting = 32;

    /// <summary>What stands in the way and in which line, counted from 1; null where nothing does. Throws <see cref="YamlException"/> where the text is no YAML.</summary>
    public static (string What, long Line)? Refuse(string text)
    {
        var parser = new Parser(new StringReader(text));
        for (var depth = 0; parser.MoveNext(); depth += parser.Current!.NestingIncrease)
        {
            if (parser.Current is AnchorAlias) return ("references ('*name') are not read here", parser.Current.Start.Line);
            if (depth > DeepestNesting) return ("this is nested too deeply", parser.Current!.Start.Line);
        }
        return null;
    }
}
