using OnRecord.Language;
using OnRecord.Web.Serving;

namespace OnRecord.Tests.Web;

public class AnswerCacheTests
{
    [Fact]
    public void What_many_ask_for_is_worked_out_once()
    {
        var cache = new AnswerCache(10_000);
        var made = 0;
        Parallel.For(0, 100, _ => cache.Get("a", () =>
        {
            Interlocked.Increment(ref made);
            return new byte[10];
        }).Value!.Length.ShouldBe(10));
        made.ShouldBe(1);
    }

    [Fact]
    public void It_never_keeps_more_than_its_bound()
    {
        var cache = new AnswerCache(10_000);
        for (var i = 0; i < 500; i++) cache.Get($"key {i}", () => new byte[900]).Value!.Length.ShouldBe(900);
        cache.Bytes.ShouldBeLessThanOrEqualTo(10_000);
        cache.Bytes.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_problem_is_not_kept()
    {
        var cache = new AnswerCache(10_000);
        cache.Get("a", () => new Problem("not yet", "here", "")).Problem.ShouldNotBeNull();
        cache.Get("a", () => new byte[1]).Value.ShouldNotBeNull();
    }
}
