namespace OnRecord.Lab.Training;

/// <summary>The sentences to learn from and those to measure on.</summary>
internal sealed record Corpus(List<TrainingSentence> Train, List<TrainingSentence> EwtDev, List<TrainingSentence> GumDev)
{
    /// <summary>One training sentence in <paramref name="one"/>, counted from <paramref name="from"/>, and all to measure on.</summary>
    public Corpus Part(int one, int from) => one == 1 ? this : this with { Train = [.. Train.Where((_, i) => i % one == from)] };

    /// <summary>Reads the treebanks; with <paramref name="others"/> names of other kinds are names too, else their words are left unknown.</summary>
    public static Corpus Read(string data, bool others = false)
    {
        var ewt = Treebank.Read(Path.Combine(data, "ud-ewt", "train.conllu"));
        var gum = Treebank.Read(Path.Combine(data, "ud-gum", "train.conllu"));
        var ewtDev = Treebank.Read(Path.Combine(data, "ud-ewt", "dev.conllu"));
        var gumDev = Treebank.Read(Path.Combine(data, "ud-gum", "dev.conllu"));
        NameLayers.FromTags(ewt, Treebank.ReadTags(Path.Combine(data, "uner-ewt", "train.iob2")), others);
        NameLayers.FromTags(ewtDev, Treebank.ReadTags(Path.Combine(data, "uner-ewt", "dev.iob2")));
        foreach (var sentence in gum) sentence.FromGum = true;
        NameLayers.FromMentions(gum);
        NameLayers.FromMentions(gumDev);
        return new Corpus([.. ewt, .. gum], ewtDev, gumDev);
    }
}
