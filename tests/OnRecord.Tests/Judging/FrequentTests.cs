using OnRecord.Lab.Judging;
using OnRecord.Statements.Judging;

namespace OnRecord.Tests.Judging;

public sealed class FrequentTests
{
    [Fact]
    public void What_was_seen_too_seldom_is_left_out()
    {
        Features[] all = [Of("a", "b"), Of("a", "c"), Of("a", "b")];
        var frequent = new Frequent(all, 2);
        frequent.Of(Of("c", "b", "a", "d")).ShouldBe([all[0].Hashes[1], all[0].Hashes[0]]);
    }

    [Fact]
    public void With_a_least_of_one_all_is_kept() =>
        new Frequent([Of("a", "b")], 1).Of(Of("a", "b")).ShouldBe(Of("a", "b").Hashes);

    private static Features Of(params string[] names)
    {
        var features = new Features();
        foreach (var name in names) features.Add(name);
        return features;
    }
}
