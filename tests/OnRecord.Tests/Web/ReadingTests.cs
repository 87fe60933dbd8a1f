using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using OnRecord.Language.Articles;
using OnRecord.Statements;

namespace OnRecord.Tests.Web;

public class ReadingTests
{
    private const string Report = "Published: 2021-08-17\n\nThe town of Exampleton fell on Tuesday, officials said in the capital.";

    /// <summary>Finds the word "fell".</summary>
    private sealed class Fell : IReader
    {
        public ImmutableArray<Statement> Read(Article article) => article.Text.IndexOf("fell", StringComparison.Ordinal) is var at and >= 0
            ? [new Statement { Id = "", Type = "capture", Trigger = new TextSpan(at, at + 4), Span = new TextSpan(at, article.Text.Length) }]
            : throw new InvalidOperationException("nothing fell");
    }

    [Fact]
    public async Task A_report_handed_in_is_read_and_put_on_record()
    {
        await using var served = await Served.Start(reader: new Fell());
        using var response = await served.Client.PostAsync("/api/read?name=a.txt&outlet=Gazette", new StringContent(Report));
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var job = await Done(served);
        job.GetProperty("state").GetString().ShouldBe("done");
        job.GetProperty("added").GetInt32().ShouldBe(1);
        job.GetProperty("statements")[0].GetProperty("type").GetString().ShouldBe("capture");
        (await served.Get("record")).GetProperty("articles").GetInt32().ShouldBe(8);
        (await served.Get("articles?source=Gazette")).GetProperty("items")[0].GetProperty("published").GetString().ShouldBe("2021-08-17");
    }

    [Fact]
    public async Task Open_pages_are_told_what_is_new()
    {
        await using var served = await Served.Start(reader: new Fell());
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var response = await served.Client.GetAsync("/api/events", HttpCompletionOption.ResponseHeadersRead, stop.Token);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(stop.Token));
        (await lines.ReadLineAsync(stop.Token)).ShouldBe(": on record");
        using var posted = await served.Client.PostAsync("/api/read?name=a.txt", new StringContent(Report), stop.Token);
        var heard = new List<string>();
        while (!heard.Any(line => line.Contains("\"done\"", StringComparison.Ordinal))) heard.Add((await lines.ReadLineAsync(stop.Token)).ShouldNotBeNull());
        heard.ShouldContain("event: record");
        heard.Where(line => line.StartsWith("data:", StringComparison.Ordinal)).Select(line => JsonDocument.Parse(line[5..]).RootElement)
            .Where(data => data.TryGetProperty("state", out _)).Select(data => data.GetProperty("state").GetString()).Distinct().ShouldBe(["waiting", "reading", "done"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("%PDF-1.7 \u0001\u0002")]
    [InlineData("Nothing happened in the village today, and everyone there was glad of it.")]
    public async Task What_cannot_be_read_is_said_and_the_next_is_read(string text)
    {
        await using var served = await Served.Start(reader: new Fell());
        using (await served.Client.PostAsync("/api/read", new ByteArrayContent(Encoding.UTF8.GetBytes(text)))) { }
        var job = await Done(served);
        job.GetProperty("state").GetString().ShouldBe("failed");
        job.GetProperty("problem").GetString().ShouldNotBeNullOrEmpty();
        using (await served.Client.PostAsync("/api/read", new StringContent(Report))) { }
        (await Done(served)).GetProperty("state").GetString().ShouldBe("done");
    }

    [Fact]
    public async Task What_is_too_large_is_refused_and_a_board_for_looking_takes_nothing()
    {
        await using var served = await Served.Start(reader: new Fell());
        using var large = await served.Client.PostAsync("/api/read", new ByteArrayContent(new byte[(4 << 20) + 10]));
        large.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        using var name = await served.Client.PostAsync("/api/read?name=" + new string('n', 400), new StringContent(Report));
        name.StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        await using var closed = await Served.Start(options: options => options with { ReadOnly = true });
        using var refused = await closed.Client.PostAsync("/api/read", new StringContent(Report));
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<JsonElement> Done(Served served)
    {
        for (var i = 0; i < 200; i++)
        {
            var jobs = await served.Client.GetFromJsonAsync<JsonElement>("/api/jobs");
            if (jobs.GetProperty("jobs")[0] is var job && job.GetProperty("state").GetString() is "done" or "failed") return job;
            await Task.Delay(50);
        }
        throw new TimeoutException("the report was not read");
    }
}
