using System.Collections.Frozen;

namespace OnRecord.Language.Sentences;

/// <summary>Words that carry their own full stop.</summary>
internal static class Abbreviations
{
    private static readonly FrozenSet<string> Titles = Set(
        "Mr Mrs Ms Mx Dr Prof Rev Fr Msgr St Ste Sts Hon Messrs Mme Mlle Sr Sra Adm Brig Capt Cdr Cmdr Cmd Col Comdr Cpl Gen Lieut Lt Maj Sgt Pvt Pfc Spc Spec Supt Insp " +
        "Gov Sen Sens Rep Reps Pres Amb Sec Atty Asst Det Ofc Ald Mt Ft Pt vs v viz cf approx ca esp incl Lt-Gen Lt-Col Maj-Gen Brig-Gen Ven Bro Lts Gens Cols Drs Profs Revs Govs Ens Hr Frau Haj " +
        "GEN MR MRS MS DR ST COL LT SGT MAJ CAPT GOV SEN REP REV ADM PROF");

    private static readonly FrozenSet<string> Others = Set(
        "Inc Corp Co Ltd LLC Bros Cos Pty Plc plc Pvt Intl Assn Dept Univ Inst Jr Sr Esq etc al Jan Feb Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Thu Thur Thurs Fri " +
        "Ave Blvd Rd Hwy Sq Bldg Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo Que Ont " +
        "Ph Vol vol pp eds ext Ext tel Tel hr sq ft lb lbs oz Est dept Attn attn Bhd Sdn Gmbh div resp Tech Ret Dep Prov Dist Regt Bde Bn Mass Admin");

    // Also plain words: an abbreviation only before a number.
    private static readonly FrozenSet<string> BeforeNumber = Set("No Nos no nos Art art Fig fig Figs p pp Sec sec Ch ch Vol Mar Sat Sun Wed Para para Op op Ex eq Eq Ref Rs Tk c d b m");

    public static Abbreviation Of(ReadOnlySpan<char> word, bool numberFollows)
    {
        if (word.Length > 12) return Abbreviation.None;
        if (Titles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)) return Abbreviation.Title;
        if (numberFollows && BeforeNumber.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)) return Abbreviation.Title;
        if (word.Length == 1 && char.IsUpper(word[0])) return Abbreviation.Initial;
        return Others.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) ? Abbreviation.Other : Abbreviation.None;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
