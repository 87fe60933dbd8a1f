using System.Collections.Frozen;

namespace OnRecord.Language.Parses.Network;

/// <summary>The verbs of English whose past forms no rule makes, as far as reports need them and training may not have met them; forms that are also another verb's are left out.</summary>
internal static class IrregularVerbsTable
{
    private const string Forms = """
        bear bore borne; beat beaten; befall befell befallen; begin began begun; bend bent; bid bade bidden; bind bound; bite bit bitten; bleed bled; blow blew blown; break broke broken; breed bred;
        bring brought; build built; burn burnt; buy bought; catch caught; choose chose chosen; cling clung; creep crept; deal dealt; dig dug; draw drew drawn; drink drank drunk; drive drove driven;
        dwell dwelt; eat ate eaten; fall fell fallen; feed fed; feel felt; fight fought; find found; flee fled; fling flung; fly flew flown; forbid forbade forbidden; foresee foresaw foreseen;
        forget forgot forgotten; forgive forgave forgiven; forgo forwent forgone; forsake forsook forsaken; freeze froze frozen; give gave given; grow grew grown; hear heard; hide hid hidden; hold held;
        keep kept; kneel knelt; know knew known; lead led; leave left; lend lent; lose lost; mean meant; meet met; mislay mislaid; mislead misled; mistake mistook mistaken; outdo outdid outdone; outrun outran;
        overcome overcame; overfly overflew overflown; override overrode overridden; overrun overran; oversee oversaw overseen; overtake overtook overtaken; overthrow overthrew overthrown; pay paid;
        rebuild rebuilt; redraw redrew redrawn; regrow regrew; remake remade; repay repaid; rerun reran; resell resold; retake retook retaken; retell retold; rewrite rewrote rewritten; ride rode ridden;
        ring rang rung; rise rose risen; run ran; seek sought; sell sold; send sent; shake shook shaken; shoot shot; shrink shrank shrunk; sink sank sunk; slay slew slain; sling slung; speak spoke spoken;
        spend spent; spring sprang sprung; stand stood; steal stole stolen; stick stuck; sting stung; strike struck stricken; strive strove striven; swear swore sworn; sweep swept; swim swam swum;
        swing swung; take took taken; teach taught; tear tore torn; tell told; think thought; throw threw thrown; undergo underwent undergone; undertake undertook undertaken; undo undid undone;
        uphold upheld; wake woke woken; waylay waylaid; weave wove woven; weep wept; win won; withdraw withdrew withdrawn; withhold withheld; withstand withstood; wring wrung; write wrote written
        """;

    private static readonly FrozenDictionary<string, string> Lemmas = Forms.Split(';')
        .Select(entry => entry.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        .SelectMany(words => words.Skip(1).Select(form => (form, words[0]))).ToFrozenDictionary(p => p.form, p => p.Item2);

    /// <summary>The verb that a form belongs to, or null where it is no irregular form.</summary>
    public static string? LemmaOf(string form) => Lemmas.GetValueOrDefault(form);
}
