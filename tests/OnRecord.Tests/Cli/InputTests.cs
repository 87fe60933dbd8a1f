using System.Text;
using OnRecord.Cli.Inputs;
using OnRecord.Cli.Output;

namespace OnRecord.Tests.Cli;

public sealed class InputTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(65536)]
    [InlineData(70000)]
    public void Lines_are_whole_wherever_the_reads_end(int length)
    {
        var lines = Enumerable.Range(0, 5).Select(i => new string((char)('a' + i), length)).ToArray();
        var read = LineSource.Lines(new Dribble(Encoding.UTF8.GetBytes(string.Join("\r\n", lines)), 4099)).ToList();
        read.Select(l => Encoding.UTF8.GetString(l.Bytes.Span)).ShouldBe(lines);
        read.Select(l => l.Number).ShouldBe([1, 2, 3, 4, 5]);
        read.ShouldAllBe(l => !l.Cut);
    }

    [Fact]
    public void A_line_beyond_the_limit_is_cut_and_the_next_one_is_whole()
    {
        var read = LineSource.Lines(new MemoryStream("0123456789\n012\n\n 0123456789"u8.ToArray()), maxLine: 5).ToList();
        read.Select(l => (Encoding.UTF8.GetString(l.Bytes.Span), l.Number, l.Cut)).ShouldBe([("01234", 1, true), ("012", 2, false), ("0123", 4, true)]);
    }

    [Fact]
    public void Results_come_in_the_order_of_the_items()
    {
        var results = OrderedParallel.Select(Enumerable.Range(0, 200), i =>
        {
            Thread.Sleep(i % 3);
            return i * 2;
        }, ahead: 7, idle: null, default);
        results.ShouldBe(Enumerable.Range(0, 200).Select(i => i * 2));
    }

    [Fact]
    public void No_more_items_are_drawn_than_may_be_under_way()
    {
        var drawn = 0;
        IEnumerable<int> Items()
        {
            for (var i = 0; i < 1000; i++)
            {
                Interlocked.Increment(ref drawn);
                yield return i;
            }
        }
        var given = 0;
        foreach (var _ in OrderedParallel.Select(Items(), i => i, ahead: 4, idle: null, default))
        {
            given++;
            // The queue, the one waiting to be queued, the one just drawn and the one just given.
            Volatile.Read(ref drawn).ShouldBeLessThanOrEqualTo(given + 4 + 2);
        }
        given.ShouldBe(1000);
    }

    [Fact]
    public void A_failure_of_the_work_or_of_the_items_reaches_the_caller()
    {
        Should.Throw<InvalidDataException>(() => OrderedParallel.Select<int, int>([1, 2, 3], i => i == 2 ? throw new InvalidDataException() : i, 2, null, default).ToList());
        static IEnumerable<int> Broken()
        {
            yield return 1;
            throw new InvalidDataException();
        }
        Should.Throw<InvalidDataException>(() => OrderedParallel.Select(Broken(), i => i, 2, null, default).ToList());
    }

    [Fact]
    public void Stopping_ends_the_results_though_the_items_never_come()
    {
        using var stop = new CancellationTokenSource();
        using var never = new ManualResetEventSlim();
        IEnumerable<int> Items()
        {
            yield return 1;
            never.Wait();
        }
        var results = new List<int>();
        foreach (var result in OrderedParallel.Select(Items(), i => i, 4, null, stop.Token))
        {
            results.Add(result);
            stop.Cancel();
        }
        never.Set();
        results.ShouldBe([1]);
    }

    [Theory]
    [InlineData("*.txt", "a.txt,b.txt")]
    [InlineData("?.md", "c.md")]
    [InlineData("sub/*", "sub/d.txt")]
    [InlineData("*/*.txt", "sub/d.txt")]
    [InlineData("**/*.txt", "a.txt,b.txt,sub/d.txt,sub/deep/e.txt")]
    [InlineData("sub/**/e.*", "sub/deep/e.txt")]
    [InlineData("*.none", "")]
    public void Globs_find_files_in_ordinal_order(string pattern, string expected)
    {
        foreach (var name in new[] { "b.txt", "a.txt", "c.md", "sub/d.txt", "sub/deep/e.txt", ".hidden.txt" }) _shell.Write(name, "x");
        Glob.Match($"{_shell.Folder}/{pattern}").ShouldBe(expected.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(name => _shell[name]));
    }

    [Fact]
    public void Json_keeps_what_a_string_holds()
    {
        var json = new JsonWriter().Object(o => o
            .Name("a").Value("\"\\\n\t\u0001\u2028é😀\ud83d").Name("b").Value(1.5).Name("c").Value((double?)null).Name("d").Value(0.6667).Name("e").Value(135000001.0).Name("f").Array([1, 2], (w, n) => w.Value((long?)n))).ToString();
        json.ShouldBe("""{"a":"\"\\\n\t\u0001\u2028é😀\ud83d","b":1.5,"c":null,"d":0.6667,"e":135000001,"f":[1,2]}""");
    }

    [Theory]
    [InlineData("""{"text": "x", "id": "a\u0062\ud800"}""", "\"a\\u0062\\ud800\"")]
    [InlineData("""{"other": {"id": "no"}, "id": 12.50}""", "12.50")]
    [InlineData("""{"id": "a", "text": broken""", "\"a\"")]
    [InlineData("""{"id": null}""", null)]
    [InlineData("""{"id": ["a"]}""", null)]
    [InlineData("""["id"]""", null)]
    [InlineData("", null)]
    public void An_id_is_repeated_to_the_letter(string line, string? id) => JsonId.Of(Encoding.UTF8.GetBytes(line)).ShouldBe(id);

    /// <summary>Gives its bytes a few at a time.</summary>
    private sealed class Dribble(byte[] bytes, int step) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, step)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, step));
    }
}
