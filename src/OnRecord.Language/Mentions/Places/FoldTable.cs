namespace OnRecord.Language.Mentions.Places;

/// <summary>The lower-case base letter of each accented Latin letter; the runtime's own normalisation is switched off by invariant globalisation.</summary>
internal static class FoldTable
{
    // U+00C0..U+029F and U+1E00..U+1EFF, one character each; '.' where there is no single base letter.
    private const string Latin =
        "aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.yaaaaaaccccccccddddeeeeeeeeeegggg" +
        "gggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs" +
        "bb....o..dd...aaeff.g..ikk......oo.............uu.vyy...............dddlllnnnaaiioouuuuuuuuuuaaa" +
        "aa..ggggkkoooo..jdddgg..nnaa..ooaaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............" +
        "...b...............bo.dd.a.e.......g....i..................................v....................";

    private const string Additional =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr" +
        "ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyas....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee" +
        "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

    /// <summary>The base letter, or '.' where the table has none.</summary>
    public static char Base(char c) => c switch
    {
        >= '\u00C0' and < '\u02A0' => Latin[c - 0xC0],
        >= '\u1E00' and < '\u1F00' => Additional[c - 0x1E00],
        _ => '.',
    };
}
