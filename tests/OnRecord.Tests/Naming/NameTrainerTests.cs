using OnRecord.Lab.Naming;
using OnRecord.Lab.Training;
using OnRecord.Language.Parses;
using OnRecord.Language.Parses.Network;
using OnRecord.Tests.Parses;

namespace OnRecord.Tests.Naming;

/// <summary>The network of names on top of a parser of the smallest sizes.</summary>
public sealed unsafe class NameTrainerTests(ParserTests.Trained trained) : IClassFixture<ParserTests.Trained>, IDisposable
{
    private static readonly NameOptions Still = new() { Cells = 32, InputDropout = 0, LayerDropout = 0, RecurrentDropout = 0, WordDropout = 0, Hide = 0, Unlisted = 0 };

    private readonly string _folder = Directory.CreateTempSubdirectory("names").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void Names_are_learned_and_the_parser_stays_as_it_was()
    {
        var path = Train("names.bin", 80);
        using var parser = Parser.Load(path).Value!;
        var sentences = trained.Tiny.Sentences.Select(DevScores.Sentence).ToArray();
        var (before, after) = (trained.Parser.Parse(sentences, true), parser.Parse(sentences, true));
        for (var s = 0; s < sentences.Length; s++)
        {
            after[s].Words.ShouldBe(before[s].Words);
            for (var i = 0; i < after[s].Words.Length; i++) after[s].States![i].ToArray().ShouldBe(before[s].States![i].ToArray());
        }
        after[1].Names.ShouldBe([new Name(2, 3, NameKind.Location)]);
        after[2].Names.ShouldBe([new Name(1, 2, NameKind.Organisation)]);
        after[0].Names.ShouldBeEmpty();
    }

    [Fact]
    public void The_same_data_and_seed_give_the_same_bytes() =>
        File.ReadAllBytes(Train("one.bin", 3)).ShouldBe(File.ReadAllBytes(Train("other.bin", 3)));

    [Fact]
    public void Gradients_are_the_slopes_of_the_loss()
    {
        using var model = ModelFile.Open(trained.Path).Value!;
        var weights = new Weights(model);
        var parameters = Parameters.OfNames(model.Shape with { NameCells = 32 }, 5, 1);
        var noise = new Noise(9);
        foreach (var p in parameters.Dense)
            for (var r = 0; r < p.Rows; r++)
                for (var c = 0; c < p.Columns; c++) p.Value.Data[(long)r * p.Stride + c] += (noise.Uniform() - 0.5f) * 0.3f;
        var list = new PinnedHashes([]);
        var items = new NameItems(weights, list.List, new NameExchange([]), 0);
        NameItem[] batch = [.. Sentences().Select(s => items.Make(s, new Noise(3)) with { Weight = 1 })];
        var worker = new NameWorker(parameters, Still, weights, 0);
        double Loss()
        {
            foreach (var p in parameters.Dense) p.Pack();
            worker.Run(batch, 1, 7);
            return worker.Done.Loss;
        }
        foreach (var p in parameters.Dense)
        {
            var steep = Slopes.Compare(p, () => (long)noise.Below(p.Name == "name.features" ? NameFeatures.Upos + 2 : p.Rows) * p.Stride + noise.Below(p.Columns), Loss);
            if (p.Name is not ("name.features" or "name.share")) steep.ShouldBeGreaterThan(0, p.Name);
        }
    }

    private List<NameSentence> Sentences()
    {
        var sentences = trained.Tiny.Sentences.Where(s => s.Names is not null).Select(s => NameSentence.Of(s, NameSource.Uner)).ToList();
        foreach (var sentence in sentences) sentence.Tags = [.. Enumerable.Repeat(sentence.Sentence.Words!.Select(w => w.Upos).ToArray(), 3)];
        return sentences;
    }

    private string Train(string name, int passes)
    {
        var path = Path.Combine(_folder, name);
        using var model = ModelFile.Open(trained.Path).Value!;
        var corpus = new NameCorpus(Sentences(), trained.Tiny.Sentences, trained.Tiny.Sentences);
        new NameTrainer(corpus, [], [], model, new NameOptions { Cells = 32, Passes = passes, BatchWords = 6, Rate = 0.01f }, _ => { }).Run(path, passes);
        return path;
    }
}
