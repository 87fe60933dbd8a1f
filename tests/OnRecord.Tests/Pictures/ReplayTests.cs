using OnRecord.Lab.Replaying;
using OnRecord.Pictures;
using OnRecord.Tests.Cases;
using OnRecord.Views;

namespace OnRecord.Tests.Pictures;

/// <summary>Three weeks of August 2021, read item by item once for all tests; without the shared data there is nothing to read.</summary>
public sealed class ReplayFixture : IDisposable
{
    private readonly ReaderFixture? _reader;

    public ReplayFixture()
    {
        if (SharedData.Root is not { } shared || !File.Exists(Path.Combine(shared, "data", "current-events", "2021.jsonl"))) return;
        _reader = new ReaderFixture();
        var read = Lab.Replaying.Replay.Read(_reader.Value, shared, new DateOnly(2021, 7, 29), new DateOnly(2021, 8, 17));
        Replay = read.Value ?? throw new InvalidOperationException(read.Problem!.ToString());
    }

    internal Replay? Replay { get; }

    internal Replay Read => Replay.ShouldNotBeNull();

    public void Dispose() => _reader?.Dispose();
}

public sealed class ReplayTests(ReplayFixture fixture) : IClassFixture<ReplayFixture>
{
    private const string Items = "data/current-events/2021.jsonl";

    [SharedDataFact(Items)]
    public void Capitals_that_fell_are_held_from_the_day_they_fell_and_no_others()
    {
        var figures = ReplayFigures.Of(fixture.Read.At(CapitalsTable.AsOf));
        figures.Right.ShouldBeGreaterThanOrEqualTo(figures.Capitals.Count * 9 / 10, string.Join("; ", figures.Capitals.Where(pair => pair.Fault is not null).Select(pair => $"{pair.Capital.Name}: {pair.Fault}")));
        figures.Wrong.ShouldBeEmpty();
        figures.Capitals.Single(pair => pair.Capital.Name == "Kabul").Fault.ShouldBeNull();
    }

    [SharedDataFact(Items)]
    public void The_aim_of_the_13th_is_met_early_by_entries_of_the_15th()
    {
        var picture = fixture.Read.At(CapitalsTable.AsOf);
        var aim = ReplayFigures.Of(picture).Aim.ShouldNotBeNull();
        (aim.State, aim.Timing, aim.Settled).ShouldBe((CommitmentState.Met, "early", new DateOnly(2021, 8, 15)));
        aim.Moved.Select(picture.Evidence.Entry).ShouldAllBe(entry => entry.Known == new DateOnly(2021, 8, 15));
        fixture.Read.At(new DateOnly(2021, 8, 14)).Commitments.Single(c => c.Id == aim.Id).State.ShouldBe(CommitmentState.Pending);
    }

    [SharedDataFact(Items)]
    public void The_embassy_that_stays_and_goes_is_a_disagreement_with_both_sides_words()
    {
        var picture = fixture.Read.At(CapitalsTable.AsOf);
        var embassy = ReplayFigures.Of(picture).Embassy;
        embassy.ShouldNotBeEmpty();
        embassy.ShouldAllBe(d => d.Sides.Length == 2 && d.Sides.All(side => side.Entries.Length > 0));
    }

    [SharedDataFact(Items)]
    public void As_known_on_the_12th_nothing_of_the_13th_shows()
    {
        var known = new DateOnly(2021, 8, 12);
        var picture = fixture.Read.At(CapitalsTable.AsOf, known);
        picture.Evidence.Ids.ShouldNotBeEmpty();
        picture.Evidence.Ids.Select(picture.Evidence.Entry).ShouldAllBe(entry => entry.Known <= known);
        picture.Commitments.ShouldAllBe(c => c.Said <= known);
        picture.Control.ShouldNotContain(place => place.Place.Name == "Lashkar Gah" && place.Now != null && place.Now.Holder!.Actor == "taliban");
        var report = SituationReport.Of(picture, new ReportOptions(MaxLines: int.MaxValue));
        report.References.ShouldAllBe(reference => reference.Published <= known);
        var lines = report.Sections.SelectMany(section => section.Lines).ToList();
        lines.ShouldNotBeEmpty();
        lines.ShouldAllBe(line => line.References.Length > 0);
    }

    [SharedDataFact(Items)]
    public void No_claim_counts_as_corroborated_on_one_origin()
    {
        var figures = ReplayFigures.Of(fixture.Read.At(CapitalsTable.AsOf));
        figures.Corroborated.ShouldBeGreaterThan(0);
        figures.OneOrigin.ShouldBeEmpty();
    }

    [SharedDataFact(Items)]
    public void Any_order_of_arrival_gives_the_same_picture_and_reading_twice_adds_nothing()
    {
        var replay = fixture.Read;
        var expected = PictureJson.Render(replay.At(CapitalsTable.AsOf));
        for (var seed = 1; seed <= 3; seed++)
        {
            var random = new Random(seed);
            var entries = replay.Entries.Concat(replay.Entries.Take(100)).ToArray();
            random.Shuffle(entries);
            var articles = replay.Articles.ToArray();
            random.Shuffle(articles);
            // One by one, as they come in.
            var fold = new PictureFold();
            var ofArticle = entries.ToLookup(entry => entry.ArticleId, StringComparer.Ordinal);
            foreach (var article in articles)
                foreach (var entry in ofArticle[article.Id].DefaultIfEmpty())
                    fold.Add(article, entry is null ? [] : [entry]);
            fold.At(new PictureOptions(new DateOnly(2021, 8, 10)));
            PictureJson.Render(fold.At(new PictureOptions(CapitalsTable.AsOf))).SequenceEqual(expected).ShouldBeTrue();
        }
    }

    [SharedDataFact(Items)]
    public void Identities_survive_what_comes_later()
    {
        var before = fixture.Read.At(null, new DateOnly(2021, 8, 10));
        var after = fixture.Read.At(null, new DateOnly(2021, 8, 16));
        var ids = after.Happenings.Select(h => h.Id).ToHashSet(StringComparer.Ordinal);
        before.Happenings.ShouldNotBeEmpty();
        before.Happenings.Where(h => !ids.Contains(h.Id)).ShouldBeEmpty();
    }
}
