using System.Net;
using System.Text.Json;
using OnRecord.Tests.Pictures;
using OnRecord.Web;
using OnRecord.Web.Serving;

namespace OnRecord.Tests.Web;

public class HostileTests
{
    private const string Markup = "<svg onload>";

    private static Scene Hostile()
    {
        var scene = new Scene();
        scene.Report("Gazette", 8, $"<script>alert(1)</script> {Markup} took Kunduz on Sunday.", title: "\"}]},{\"type\":\"Feature\"</script>")
            .Says("capture", "took", Markup, place: Scene.Kunduz, time: (8, 8));
        return scene;
    }

    [Fact]
    public async Task A_title_or_name_made_to_break_json_stays_a_string()
    {
        await using var served = await Served.Start(Hostile());
        foreach (var path in new[] { "control.geojson", "happenings.geojson", "frame", "statements", "articles", "report" }) (await served.Get(path)).ValueKind.ShouldBe(JsonValueKind.Object, path);
        var points = (await served.Get("happenings.geojson")).GetProperty("features").EnumerateArray().ToList();
        points.Count.ShouldBe(1);
        points[0].GetProperty("properties").GetProperty("title").GetString()!.ShouldContain(Markup);
        (await served.Get("articles")).GetProperty("items")[0].GetProperty("title").GetString().ShouldBe("\"}]},{\"type\":\"Feature\"</script>");
    }

    [Fact]
    public async Task Answers_are_never_taken_for_pages_and_pages_may_load_nothing_from_elsewhere()
    {
        await using var served = await Served.Start(Hostile());
        foreach (var path in new[] { "/api/articles", "/api/report.md", "/api/nothing", "/" })
        {
            using var response = await served.Client.GetAsync(path);
            var policy = response.Headers.GetValues("Content-Security-Policy").Single();
            policy.ShouldStartWith("default-src 'none'");
            policy.ShouldNotContain("unsafe");
            policy.ShouldNotContain("http");
            response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            if (path.StartsWith("/api", StringComparison.Ordinal)) response.Content.Headers.ContentType!.MediaType.ShouldNotBe("text/html");
        }
    }

    [Fact]
    public async Task A_parameter_of_a_megabyte_is_refused_and_the_board_goes_on()
    {
        await using var served = await Served.Start();
        foreach (var length in new[] { 300, 14_000, 1 << 20 })
        {
            using var response = await served.Client.GetAsync("/api/statements?q=" + new string('a', length));
            ((int)response.StatusCode).ShouldBeOneOf(400, 414);
        }
        (await served.Status("/api/record")).ShouldBe(200);
    }

    [Theory]
    [InlineData("/api/statements/..%2f..%2fetc%2fpasswd")]
    [InlineData("/api/articles/%00")]
    [InlineData("/api/shapes/..%2fgazetteer.bin")]
    [InlineData("/assets/..%2f..%2fonrecord.db")]
    [InlineData("/assets/%2e%2e/%2e%2e/appsettings.json")]
    [InlineData("/.git/config")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        await using var served = await Served.Start();
        (await served.Status(path)).ShouldBeOneOf(400, 404);
    }

    [Fact]
    public async Task The_names_of_private_persons_are_shown_only_where_asked_for()
    {
        var scene = new Scene();
        scene.Report("Gazette", 8, "Fighters killed Quill Testman near Kunduz. Testman was a baker, his family said.", title: "Quill Testman killed").Says("kill", "killed", "Fighters", "Quill Testman", Scene.Kunduz);
        string[] paths = ["statements", "statements?q=testman", "articles", "report", "report.md", "frame", "happenings", "harm", "timeline?by=actor", "claims", "happenings.geojson", "facets"];
        await using (var served = await Served.Start(scene))
        {
            var article = scene.Articles.Keys.Single();
            foreach (var path in paths.Append($"articles/{article}").Append($"statements/{scene.Entries[0].Statement.Id}").Append($"evidence?ids={scene.Entries[0].Statement.Id}"))
                (await served.Client.GetStringAsync("/api/" + path)).ShouldNotContain("Testman", Case.Insensitive, path);
            (await served.Get("statements?q=testman")).GetProperty("total").GetInt32().ShouldBe(0);
            (await served.Get($"articles/{article}")).GetProperty("text").GetString()!.ShouldStartWith("Fighters killed █████ ███████ near Kunduz. ███████ was");
        }
        await using var open = await Served.Start(scene, options => options with { Names = true });
        (await open.Client.GetStringAsync("/api/report.md")).ShouldContain("Testman");
    }

    [Fact]
    public async Task Other_sites_can_neither_read_nor_write()
    {
        await using var served = await Served.Start();
        using var rebound = new HttpRequestMessage(HttpMethod.Get, "/api/record") { Headers = { Host = "evil.example" } };
        using var first = await served.Client.SendAsync(rebound);
        first.StatusCode.ShouldBe(HttpStatusCode.MisdirectedRequest);
        foreach (var (name, value) in new[] { ("Origin", "http://evil.example"), ("Sec-Fetch-Site", "cross-site"), ("Origin", "null") })
        {
            using var post = new HttpRequestMessage(HttpMethod.Post, "/api/read") { Content = new StringContent("The town fell.") };
            post.Headers.Add(name, value);
            using var second = await served.Client.SendAsync(post);
            second.StatusCode.ShouldBe(HttpStatusCode.Forbidden, name);
        }
        using var delete = await served.Client.DeleteAsync("/api/record");
        delete.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task Beyond_this_machine_a_token_is_needed()
    {
        var refused = await BoardServer.StartAsync(new BoardOptions { Address = IPAddress.Any, Port = 0, Data = Served.Data }, new OnRecord.Ledger.MemoryLedger(), () => new Language.Problem("", "", ""));
        refused.Problem.ShouldNotBeNull().Hint.ShouldContain("token");

        await using var served = await Served.Start(options: options => options with { Token = "right" });
        foreach (var path in new[] { "/", "/api/record", "/api/events", "/assets/x.js" }) (await served.Status(path)).ShouldBe(401, path);
        (await served.Status("/api/record?token=wrong")).ShouldBe(401);

        using var let = await served.Client.GetAsync("/timeline?token=right");
        let.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        let.Headers.Location!.OriginalString.ShouldBe("/timeline");
        var cookie = let.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=strict", Case.Insensitive);
        cookie.ShouldNotContain("right");
        using var with = new HttpRequestMessage(HttpMethod.Get, "/api/record");
        with.Headers.Add("Cookie", cookie.Split(';')[0]);
        using var inside = await served.Client.SendAsync(with);
        inside.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var bearer = new HttpRequestMessage(HttpMethod.Get, "/api/record") { Headers = { Authorization = new("Bearer", "right") } };
        using var program = await served.Client.SendAsync(bearer);
        program.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_thousand_guesses_get_nowhere()
    {
        await using var served = await Served.Start(options: options => options with { Token = "right" });
        var answers = new List<int>();
        for (var i = 0; i < 1000; i++) answers.Add(await served.Status($"/api/record?token=guess{i}"));
        answers.Take(10).ShouldAllBe(status => status == 401);
        answers.Skip(10).ShouldAllBe(status => status == 429);
        // Even the right one has to wait now.
        (await served.Status("/api/record?token=right")).ShouldBe(429);
    }

    [Fact]
    public void After_a_minute_the_right_token_is_let_in()
    {
        var clock = new Hand();
        var gate = new Gate("right", clock);
        for (var i = 0; i < 20; i++) gate.Try("wrong", "a");
        gate.Try("right", "a").ShouldBe(Entry.TooMany);
        gate.Try("right", "b").ShouldBe(Entry.Open);
        clock.Now += TimeSpan.FromSeconds(61).Ticks;
        gate.Try("right", "a").ShouldBe(Entry.Open);
    }

    private sealed class Hand : TimeProvider
    {
        public long Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now;
    }
}
