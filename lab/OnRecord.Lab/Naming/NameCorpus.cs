using OnRecord.Lab.Training;

namespace OnRecord.Lab.Naming;

/// <summary>The annotated sentences to learn names from, and those to measure on.</summary>
internal sealed record NameCorpus(List<NameSentence> Train, List<TrainingSentence> EwtDev, List<TrainingSentence> GumDev)
{
    public static NameCorpus Read(string data, NameOptions options)
    {
        var corpus = Corpus.Read(data, others: true);
        var train = new List<NameSentence>();
        foreach (var (order, sentence) in corpus.Train.Index())
            if (sentence.Names is not null && (sentence.FromGum ? options.Gum : 1) is var weight and > 0)
                train.Add((sentence.FromGum ? NameSentence.Of(sentence, NameSource.Gum, NameSentence.Otherwise) with { Weight = weight } : NameSentence.Of(sentence, NameSource.Uner)) with { Order = order });
        return new NameCorpus(train, corpus.EwtDev, corpus.GumDev);
    }
}
