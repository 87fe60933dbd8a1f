namespace OnRecord.Lab.Training;

/// <summary>The sentences to learn from and those to measure on.</summary>
internal sealed record Corpus(List<TrainingSentence> Train, List<TrainingSentence> EwtDev, List<TrainingSentence> GumDev)
{
    public static Corpus Read(string data)
    {
        var ewt = Treebank.Read(Path.Combine(data, "ud-ewt", "train.conllu"));
        var gum = Treebank.Read(Path.Combine(data, "ud-gum", "train.conllu"));
        var ewtDev = Treebank.Read(Path.Combine(data, "ud-ewt", "dev.conllu"));
        var gumDev = Treebank.Read(Path.Combine(data, "ud-gum", "dev.conllu"));
        NameLayers.FromTags(ewt, Treebank.ReadTags(Path.Combine(data, "uner-ewt", "train.iob2")));
        NameLayers.FromTags(ewtDev, Treebank.ReadTags(Path.Combine(data, "uner-ewt", "dev.iob2")));
        NameLayers.FromMentions(gum);
        NameLayers.FromMentions(gumDev);
        return new Corpus([.. ewt, .. gum], ewtDev, gumDev);
    }
}
