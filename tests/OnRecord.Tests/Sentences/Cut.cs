using OnRecord.Language.Sentences;

namespace OnRecord.Tests.Sentences;

/// <summary>Shows cuts as strings: words parted by spaces, a word that continues the one before marked with "+".</summary>
internal static class Cut
{
    public static string Show(Sentence sentence) =>
        string.Join(' ', Enumerable.Range(0, sentence.Tokens.Length).Select(i => (sentence.Tokens[i].Continues ? "+" : "") + sentence.Form(i).ToString()));

    public static string[] Show(string text) => [.. SentenceSplitter.Split(text).Select(Show)];
}
