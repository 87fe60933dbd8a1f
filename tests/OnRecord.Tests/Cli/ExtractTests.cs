using System.Text;
using System.Text.Json;

namespace OnRecord.Tests.Cli;

public sealed class ExtractTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void Answers_each_line_in_order_with_all_fields_of_the_contract()
    {
        var result = Extract("""
            {"id": "a", "text": "Rebels took Ghazni.", "published": "2021-08-12"}
            {"id": "b", "text": "All was quiet."}
            """);
        result.Code.ShouldBe(0);
        var answers = result.Lines.Select(l => JsonDocument.Parse(l).RootElement).ToList();
        answers.Select(a => a.GetProperty("id").GetString()).ShouldBe(["a", "b"]);
        answers[1].GetProperty("statements").GetArrayLength().ShouldBe(0);
        answers[1].TryGetProperty("error", out _).ShouldBeFalse();

        var statement = answers[0].GetProperty("statements")[0];
        statement.EnumerateObject().Select(p => p.Name).ShouldBe(["id", "trigger", "span", "type", "mode", "polarity", "agent", "patient", "place", "quantity", "time", "deadline", "sources", "stance"]);
        statement.GetProperty("trigger").GetRawText().ShouldBe("""{"start":7,"end":11,"text":"took"}""");
        statement.GetProperty("span").GetRawText().ShouldBe("""{"start":0,"end":11}""");
        statement.GetProperty("mode").GetString().ShouldBe("actual");
        statement.GetProperty("agent").GetRawText().ShouldBe("""[{"name":"Rebels"}]""");
        statement.GetProperty("place").ValueKind.ShouldBe(JsonValueKind.Null);
        statement.GetProperty("sources").GetRawText().ShouldBe("""[{"name":"governor","role":"of the province"}]""");
        statement.GetProperty("stance").GetString().ShouldBe("claimed");
        statement.GetProperty("id").GetString()!.Length.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void Every_member_of_an_answer_is_documented()
    {
        var page = House.Repository.Read("docs/reference/extract.md");
        var statement = JsonDocument.Parse(Extract("""{"id": "a", "text": "Rebels took Ghazni."}""").Lines[0]).RootElement.GetProperty("statements")[0];
        foreach (var member in statement.EnumerateObject()) page.ShouldContain($"`{member.Name}`");
    }

    [Fact]
    public void A_line_that_is_not_valid_gets_an_error_and_the_rest_goes_on()
    {
        var result = Extract("""
            {"id": "a", "text": "Rebels took Ghazni."}
            this is no JSON
            {"id": "c"}

            {"id": "d", "text": 7}
            {"id": "e", "text": "They stumble."}
            {"id": 12, "text": "Rebels took Herat."}
            """);
        result.Code.ShouldBe(0);
        var answers = result.Lines.Select(l => JsonDocument.Parse(l).RootElement).ToList();
        answers.Select(a => a.GetProperty("id").GetRawText()).ShouldBe(["\"a\"", "null", "\"c\"", "\"d\"", "\"e\"", "12"]);
        answers.Select(a => a.TryGetProperty("error", out var e) ? e.GetString()!.Split(':')[1] : "").ShouldBe(["", "2", "3", "5", "6", ""]);
        answers.ShouldAllBe(a => a.GetProperty("statements").ValueKind == JsonValueKind.Array);
        answers[5].GetProperty("statements").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public void Positions_count_utf16_units_and_lone_surrogates_survive()
    {
        var result = Extract("""{"id": "\ud800x", "text": "😀 Reb\udfffels took Ghazni. é"}""");
        var line = result.Lines.Single();
        line.ShouldStartWith("""{"id":"\ud800x",""");
        line.ShouldContain("""[{"name":"Reb\udfffels"}]""");
        line.ShouldContain("\"start\":11,\"end\":15");
        result = Extract("""{"id": "x", "text": "😀é took Ghazni."}""");
        result.Lines.Single().ShouldContain("""[{"name":"😀é"}]""");
    }

    [Fact]
    public void Many_lines_come_out_in_order_whatever_the_threads_do_and_always_the_same()
    {
        var input = string.Join('\n', Enumerable.Range(0, 200).Select(i => $$"""{"id": "{{i}}", "text": "{{string.Concat(Enumerable.Repeat("x ", i % 7 * 100))}}Rebels took Ghazni."}"""));
        var result = Extract(input);
        result.Lines.Select(l => JsonDocument.Parse(l).RootElement.GetProperty("id").GetString()).ShouldBe(Enumerable.Range(0, 200).Select(i => $"{i}"));
        Extract(input).Out.ShouldBe(result.Out);
    }

    [Fact]
    public async Task An_answer_is_given_before_the_next_line_is_asked_for()
    {
        var pipe = new SlowStream("{\"id\": \"a\", \"text\": \"Rebels took Ghazni.\"}\n"u8.ToArray());
        var output = new SignallingStream();
        _shell.OutBytes = output;
        var task = Task.Run(() => _shell.RunWith(pipe, "extract"));
        var answered = output.Written.Wait(TimeSpan.FromSeconds(20));
        pipe.Release.Set();
        (await task.WaitAsync(TimeSpan.FromSeconds(20))).Lines.Length.ShouldBe(1);
        answered.ShouldBeTrue();
    }

    [Fact]
    public void Reads_files_in_the_order_named_and_goes_on_where_one_is_missing()
    {
        var one = _shell.Write("one.jsonl", """{"id": "1", "text": "Rebels took A."}""");
        var two = _shell.Write("two.jsonl", """{"id": "2", "text": "Rebels took B."}""" + "\r\n");
        var result = _shell.Run("extract", two, _shell["gone.jsonl"], one);
        result.Code.ShouldBe(0);
        result.Lines.Select(l => JsonDocument.Parse(l).RootElement.GetProperty("id").GetString()).ShouldBe(["2", "1"]);
        result.ErrorLines.Single().ShouldContain("gone.jsonl: there is no such file");
        _shell.Run("extract", _shell["gone.jsonl"]).Code.ShouldBe(1);
    }

    [Fact]
    public void A_byte_order_mark_and_bytes_that_are_no_text_do_no_harm()
    {
        byte[] input = [0xEF, 0xBB, 0xBF, .. "{\"id\": \"a\", \"text\": \"Rebels took A.\"}\n{\"id\": \"b\", \"text\": \""u8, 0xFF, 0xFE, .. "\"}\n"u8, 0, 1, 2];
        var lines = _shell.RunWith(input, "extract").Lines;
        lines.Length.ShouldBe(3);
        lines[0].ShouldContain("\"capture\"");
        lines[1].ShouldContain("\"error\"");
        lines[2].ShouldContain("\"error\"");
    }

    private Shell.Result Extract(string input) => _shell.RunWith(Encoding.UTF8.GetBytes(input), "extract");

    /// <summary>Gives its bytes, then waits to be released before it ends.</summary>
    private sealed class SlowStream(byte[] bytes) : MemoryStream
    {
        private bool _given;

        public ManualResetEventSlim Release { get; } = new();

        public override int Read(Span<byte> buffer)
        {
            if (_given)
            {
                Release.Wait();
                return 0;
            }
            _given = true;
            bytes.CopyTo(buffer);
            return bytes.Length;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    }

    /// <summary>Tells when something was written.</summary>
    private sealed class SignallingStream : MemoryStream
    {
        public ManualResetEventSlim Written { get; } = new();

        public override void Write(byte[] buffer, int offset, int count)
        {
            base.Write(buffer, offset, count);
            Written.Set();
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            base.Write(buffer);
            Written.Set();
        }
    }
}
