using System.Net.Http.Headers;
using System.Text.Json;

namespace OnRecord.Tests.Web;

public class ApiTests
{
    [Fact]
    public async Task The_record_says_what_it_spans()
    {
        await using var served = await Served.Start();
        var record = await served.Get("record");
        record.GetProperty("first").GetString().ShouldBe("2021-08-07");
        record.GetProperty("last").GetString().ShouldBe("2021-08-16");
        record.GetProperty("articles").GetInt32().ShouldBe(7);
        record.GetProperty("statements").GetInt32().ShouldBe(served.Ledger.Entries(new OnRecord.Ledger.LedgerQuery()).Count());
        record.GetProperty("sides")[0].GetProperty("name").GetString().ShouldBe("Taliban");
    }

    [Theory]
    [InlineData("2021-08-07", "Nimruz")]
    [InlineData("2021-08-08", "Kunduz Nimruz")]
    [InlineData("2021-08-12", "Herat Kunduz Nimruz")]
    [InlineData("2021-08-16", "Herat Kabul Kunduz Nimruz")]
    public async Task Provinces_turn_day_by_day(string day, string provinces)
    {
        await using var served = await Served.Start();
        var frame = await served.Get($"frame?asOf={day}");
        var held = frame.GetProperty("provinces").EnumerateArray().ToList();
        string.Join(' ', held.Select(p => p.GetProperty("name").GetString())).ShouldBe(provinces);
        held.ShouldAllBe(p => p.GetProperty("holder").GetString() == "Taliban" && p.GetProperty("side").GetInt32() == 0);
        held.ShouldAllBe(p => p.GetProperty("entries").GetArrayLength() > 0);
    }

    [Fact]
    public async Task What_was_not_known_then_is_not_shown_then()
    {
        await using var served = await Served.Start();
        var then = await served.Get("frame?asOf=2021-08-16&known=2021-08-12");
        then.GetProperty("provinces").EnumerateArray().Select(p => p.GetProperty("name").GetString()).ShouldBe(["Herat", "Kunduz", "Nimruz"]);
        then.GetProperty("known").GetString().ShouldBe("2021-08-12");
    }

    [Theory]
    [InlineData("2021-08-13", "pending", 7)]
    [InlineData("2021-08-14", "pending", 6)]
    [InlineData("2021-08-15", "met", null)]
    public async Task The_aim_of_the_13th_is_met_on_the_15th(string day, string state, int? left)
    {
        await using var served = await Served.Start();
        var aim = (await served.Get($"commitments?asOf={day}&mode=aim")).GetProperty("items")[0];
        aim.GetProperty("state").GetString().ShouldBe(state);
        (aim.TryGetProperty("daysLeft", out var days) ? days.GetInt32() : (int?)null).ShouldBe(left);
        if (state == "met") aim.GetProperty("timing").GetString().ShouldBe("early");
    }

    [Fact]
    public async Task Pages_hold_every_statement_once()
    {
        await using var served = await Served.Start();
        var seen = new List<string>();
        var next = "limit=3";
        while (next.Length > 0)
        {
            var page = await served.Get("statements?" + next);
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            next = page.TryGetProperty("next", out var cursor) ? $"limit=3&cursor={cursor.GetString()}" : "";
        }
        seen.Order().ShouldBe(served.Ledger.Entries(new OnRecord.Ledger.LedgerQuery()).Select(entry => entry.Statement.Id).Order());
    }

    [Theory]
    [InlineData("q=kund", 4)]
    [InlineData("q=KUNDUZ+hospital", 1)]
    [InlineData("q=unduz", 0)]
    [InlineData("type=kill", 2)]
    [InlineData("type=kill&source=doctor", 0)]
    [InlineData("source=Herald&type=kill", 1)]
    [InlineData("area=herat", 1)]
    [InlineData("area=AF&mode=aim", 1)]
    [InlineData("known=2021-08-07", 2)]
    public async Task Statements_are_found_by_words_and_by_what_they_are(string query, int count)
    {
        await using var served = await Served.Start();
        (await served.Get("statements?" + query)).GetProperty("total").GetInt32().ShouldBe(count);
        (await served.Get("facets?" + query)).GetProperty("total").GetInt32().ShouldBe(count);
    }

    [Fact]
    public async Task A_statement_shows_the_words_of_its_fields_and_by_whose_word_it_is()
    {
        await using var served = await Served.Start();
        var id = (await served.Get("statements?area=herat")).GetProperty("items")[0].GetProperty("id").GetString();
        var s = await served.Get("statements/" + id);
        var text = s.GetProperty("article").GetProperty("text").GetString()!;
        var marked = s.GetProperty("marks").EnumerateArray().ToDictionary(m => m.GetProperty("field").GetString()!, m => text[m.GetProperty("start").GetInt32()..m.GetProperty("end").GetInt32()]);
        marked["trigger"].ShouldBe("captured");
        marked["place"].ShouldBe("Herat");
        marked["source"].ShouldBe("Taliban spokesman");
        s.GetProperty("chain").EnumerateArray().Select(voice => voice.GetProperty("name").GetString()).ShouldBe(["Taliban spokesman", "Dispatch"]);
        s.GetProperty("partOf").EnumerateArray().Select(part => part.GetProperty("kind").GetString()).ShouldContain("control");
    }

    [Fact]
    public async Task Nothing_is_sent_twice_until_the_record_grows()
    {
        await using var served = await Served.Start();
        using var first = await served.Client.GetAsync("/api/frame");
        var tag = first.Headers.ETag.ShouldNotBeNull();
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/frame") { Headers = { IfNoneMatch = { tag } } };
        using var second = await served.Client.SendAsync(again);
        ((int)second.StatusCode).ShouldBe(304);
        using var head = new HttpRequestMessage(HttpMethod.Head, "/api/frame");
        using var without = await served.Client.SendAsync(head);
        without.Headers.ETag.ShouldBe(tag);
        without.Content.Headers.ContentLength.ShouldNotBe(0);
        (await without.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();

        served.Ledger.Append(Tests.Ledger.Make.Article("new"), []);
        EntityTagHeaderValue? later = tag;
        for (var i = 0; i < 50 && later!.Equals(tag); i++)
        {
            await Task.Delay(100);
            using var look = await served.Client.GetAsync("/api/record");
            later = look.Headers.ETag;
        }
        later.ShouldNotBe(tag);
    }

    [Fact]
    public async Task Answers_are_packed_for_whoever_can_unpack_them()
    {
        await using var served = await Served.Start();
        foreach (var path in new[] { "/api/frame?asOf=2021-08-13&days=7", "/api/shapes/sketch", "/api/statements" })
        {
            var plain = await served.Client.GetStringAsync(path);
            using var ask = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { AcceptEncoding = { new("gzip") } } };
            using var response = await served.Client.SendAsync(ask);
            response.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
            using var unpacked = new StreamReader(new System.IO.Compression.GZipStream(await response.Content.ReadAsStreamAsync(), System.IO.Compression.CompressionMode.Decompress));
            (await unpacked.ReadToEndAsync()).ShouldBe(plain, path);
        }
    }

    [Theory]
    [InlineData("frame?asOf=2021-13-01")]
    [InlineData("frame?asOf=yesterday")]
    [InlineData("frame?asOf=0001-01-01")]
    [InlineData("frame?asOf=2021-08-01&asOf=2021-08-02")]
    [InlineData("frame?colour=red")]
    [InlineData("statements?limit=501")]
    [InlineData("statements?limit=-1")]
    [InlineData("statements?offset=99999999999")]
    [InlineData("statements?cursor=00ff")]
    [InlineData("statements?cursor=327e6f74686572")]
    [InlineData("statements?q=%00")]
    [InlineData("evidence?ids=" + "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,a")]
    public async Task What_is_not_valid_is_refused_with_the_reason(string path)
    {
        await using var served = await Served.Start();
        using var response = await served.Client.GetAsync("/api/" + path);
        ((int)response.StatusCode).ShouldBe(400);
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        problem.GetProperty("detail").GetString().ShouldNotBeNullOrWhiteSpace();
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task The_openapi_document_names_every_route_and_each_of_them_answers()
    {
        await using var served = await Served.Start();
        var paths = (await served.Get("openapi.json")).GetProperty("paths").EnumerateObject().ToList();
        paths.Count.ShouldBeGreaterThan(20);
        var ids = new Dictionary<string, string>
        {
            ["/api/statements/{id}"] = served.Ledger.Entries(new OnRecord.Ledger.LedgerQuery()).First().Statement.Id,
            ["/api/articles/{id}"] = served.Ledger.Articles(new OnRecord.Ledger.LedgerQuery()).First().Id,
            ["/api/shapes/{id}"] = "AF",
        };
        foreach (var path in paths.Where(path => path.Value.TryGetProperty("get", out _) && path.Name != "/api/events"))
            (await served.Status(ids.TryGetValue(path.Name, out var id) ? path.Name.Replace("{id}", id, StringComparison.Ordinal) : path.Name)).ShouldBe(200, path.Name);
        var page = House.Repository.Read("docs/reference/api.md");
        foreach (var path in paths) page.ShouldContain($"`{path.Name}`");
    }
}
