using System.Collections.Immutable;
using OnRecord.Language.Articles;
using OnRecord.Language.Parses;
using OnRecord.Statements.Coding;

namespace OnRecord.Statements.Voices;

/// <summary>The words of one sentence that a saying covers, while they are being gathered.</summary>
internal sealed class Scope(Tree tree, Codebook codebook)
{
    private readonly bool[] _in = new bool[tree.Count];

    /// <summary>True where nothing but punctuation is covered.</summary>
    public bool IsEmpty
    {
        get
        {
            for (var i = 0; i < _in.Length; i++)
                if (_in[i] && tree[i].Upos != Upos.PUNCT) return false;
            return true;
        }
    }

    /// <summary>Adds a range of words.</summary>
    public Scope Add(int start, int end)
    {
        for (var i = Math.Max(0, start); i < end && i < _in.Length; i++) _in[i] = true;
        return this;
    }

    /// <summary>Adds all that hangs on a word.</summary>
    public Scope AddTree(int head) => SetTree(head, true);

    /// <summary>Takes a range of words out.</summary>
    public Scope Remove(int start, int end)
    {
        for (var i = Math.Max(0, start); i < end && i < _in.Length; i++) _in[i] = false;
        return this;
    }

    /// <summary>Takes all that hangs on a word out.</summary>
    public Scope RemoveTree(int head) => SetTree(head, false);

    private Scope SetTree(int head, bool value)
    {
        var (start, end) = tree.Yield(head);
        for (var i = start; i < end; i++)
            if (tree.Dominates(head, i)) _in[i] = value;
        return this;
    }

    /// <summary>Takes out what one who does something says of it: "…, saying that …" after a comma; with <paramref name="whole"/>, only where a clause follows.</summary>
    public Scope CutComments(int cue, bool whole)
    {
        for (var i = 1; i < _in.Length; i++)
            if (_in[i] && i > cue && tree[i].Xpos == "VBG" && tree[i - 1].Form == "," && !tree.Dominates(i, cue) && codebook.Reporting.ContainsKey(tree[i].Lemma.ToLowerInvariant()) && (!whole || tree.Child(i, "ccomp") >= 0)) RemoveTree(i);
        return this;
    }

    /// <summary>Takes out clauses joined on in which another one speaks ("…, but the army said …") or which a semicolon sets off; those marked with "that" are still said.</summary>
    public Scope CutOthers(int cue)
    {
        for (var i = 0; i < _in.Length; i++)
        {
            if (_in[i] && i > cue && GoesOn(i, cue)) RemoveTree(i);
            if (!_in[i] || i == cue || tree[i].Head < 0 || tree.Dominates(i, cue) || !tree.Is(i, "conj") && !tree.Is(i, "parataxis") && !tree.Is(i, "advcl") && !tree.Is(i, "ccomp")) continue;
            if (tree.Child(i, "nsubj") is not (>= 0 and var subject) || tree[subject].Upos == Upos.PRON && tree[subject].Lemma.ToLowerInvariant() is "who" or "which" or "that") continue;
            var set = SetOff(i, subject, cue);
            if (set == ";" || set.Length > 0 && codebook.Reporting.ContainsKey(tree[i].Lemma.ToLowerInvariant())) RemoveTree(i);
        }
        return this;
    }

    // "said he would resign and warned of chaos": who warned is who said, since "would … warned" is no English.
    private bool GoesOn(int verb, int cue) =>
        tree.Is(verb, "conj") && tree[verb].Xpos == "VBD" && tree[cue].Xpos == "VBD" && tree[verb].Head is > 0 and var head && head > cue && tree[head].Xpos == "VB" && tree.Child(head, "aux") >= 0 && tree.Child(verb, "nsubj") < 0 && tree.Child(verb, "aux") < 0;

    /// <summary>Takes out what the report gives as the reason or the surroundings of what is announced or asked for ("sanctions in response to the coup", "… amid the fighting"); of a whole clause, or with <paramref name="onlyBeside"/>, only what goes on beside it ("as clashes continue").</summary>
    public Scope CutReasons(int content, bool onlyBeside)
    {
        if (tree.Child(content, "mark") is >= 0 and var that && tree[that].Lemma == "that") return this;
        for (var i = content + 1; i < _in.Length; i++)
        {
            if (!_in[i]) continue;
            var lemma = tree[i].Lemma.ToLowerInvariant();
            var head = tree[i].Head;
            if (head < 0) continue;
            if (tree.Is(i, "mark") && lemma is "as" or "while" && tree.Is(head, "advcl") && tree[head].Xpos is "VBD" or "VBZ" or "VBP") Remove(i, tree.Yield(head).End);
            else if (!onlyBeside && tree.Is(i, "case") && (lemma is "amid" or "amidst" || tree[i].Form == "following" && tree[i - 1].Form == "," || lemma is "despite" || lemma == "in" && Reasons.Contains(tree[head].Lemma.ToLowerInvariant()) || lemma == "as" && tree[head].Lemma == "result")) Remove(i, EndOfReasons(i));
        }
        return this;
    }

    /// <summary>Takes out what the report adds of its own to what is announced, asked for or laid to somebody: clauses of place and person behind a comma ("…, where clashes go on"), "…, following the blast", "after rebels shelled the town", "…, by beating them"; with <paramref name="noun"/>, of a thing announced, also who did it ("sanctions on the officers who staged the coup").</summary>
    public Scope CutBackground(int content, bool noun)
    {
        var that = tree.Child(content, "mark") is >= 0 and var mark && tree[mark].Lemma == "that";
        for (var i = content + 1; i < _in.Length; i++)
        {
            if (!_in[i] || tree[i].Head is not (>= 0 and var head)) continue;
            var lemma = tree[i].Lemma.ToLowerInvariant();
            if (that)
            {
                if (tree.Is(i, "case") && tree[i].Form is "amid" or "amidst" or "following" && tree[i - 1].Form == ",") Remove(i, EndOfReasons(i));
            }
            else if (tree[i].Relation is "acl:relcl" or "advcl:relcl" && (noun || tree[tree.Yield(i).Start].Form == "," || tree[tree.Yield(i).Start - 1].Form == ",")) RemoveTree(i);
            else if (tree.Is(i, "mark") && lemma == "after" && head > i && tree.Is(head, "advcl") && tree[head].Xpos is "VBD" or "VBZ" or "VBP" or "VBN" && tree.Child(head, "nsubj") >= 0) Remove(i, tree.Yield(head).End);
            else if (tree.Is(i, "mark") && lemma == "by" && tree[i - 1].Form == "," && tree.Is(head, "advcl")) Remove(i, tree.Yield(head).End);
        }
        return this;
    }

    // To the next comma or verb, so that "the coup and the arrests" go together.
    private int EndOfReasons(int start)
    {
        var end = start + 1;
        while (end < _in.Length && tree[end].Form is not ("," or ";") && tree[end].Upos is not (Upos.VERB or Upos.AUX)) end++;
        return end;
    }

    private static readonly HashSet<string> Reasons = new(StringComparer.Ordinal) { "response", "retaliation", "protest", "reaction", "solidarity", "connection", "wake", "revenge", "reprisal", "light", "view" };

    // What stands before the clause: ";" or a word that sets it against the one before ("but", "while"); "" where it goes on.
    private string SetOff(int clause, int subject, int cue)
    {
        var start = Math.Min(tree.Yield(subject).Start, clause);
        for (var i = start - 1; i > cue && i >= start - 4; i--)
        {
            var form = tree[i].Form.ToLowerInvariant();
            if (form is ";") return ";";
            if (form is "but" or "while" or "whereas" or "although" or "though") return form;
            if (form == "that") return "";
        }
        return "";
    }

    /// <summary>The words covered as ranges of the text; punctuation between two of them belongs to the range.</summary>
    public ImmutableArray<TextSpan> ToSpans(Scene scene, int sentence)
    {
        var found = ImmutableArray.CreateBuilder<TextSpan>();
        for (var i = 0; i < _in.Length; i++)
        {
            if (!_in[i] || tree[i].Upos == Upos.PUNCT && !IsMark(i)) continue;
            var end = i + 1;
            var last = i;
            while (end < _in.Length && (_in[end] || tree[end].Upos == Upos.PUNCT))
            {
                if (tree[end].Upos != Upos.PUNCT) last = end;
                end++;
            }
            found.Add(scene.SpanOf(sentence, i, last + 1));
            i = end - 1;
        }
        return found.ToImmutable();
    }

    private bool IsMark(int i) => tree[i].Form is "$" or "#" or "%";
}
