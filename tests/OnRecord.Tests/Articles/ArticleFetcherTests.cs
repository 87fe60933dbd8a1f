using System.Net;
using System.Net.Sockets;
using System.Text;
using OnRecord.Language;
using OnRecord.Language.Articles;

namespace OnRecord.Tests.Articles;

public sealed class ArticleFetcherTests
{
    private const string Page = "<html><head><title>Troops leave</title></head><body><p>Government troops pulled out of the district centre before dawn, and by noon the market had opened again.</p></body></html>";

    /// <summary>A server on the loopback address that gives each connection the answer to its path.</summary>
    private sealed class Server : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly CancellationTokenSource stop = new();

        public Server(Func<string, string?> answer)
        {
            listener.Start();
            Url = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
            _ = Serve(answer);
        }

        public string Url { get; }

        public string Request { get; private set; } = "";

        private async Task Serve(Func<string, string?> answer)
        {
            try
            {
                while (true)
                {
                    using var client = await listener.AcceptTcpClientAsync(stop.Token);
                    var buffer = new byte[8192];
                    var read = await client.GetStream().ReadAsync(buffer, stop.Token);
                    Request = Encoding.ASCII.GetString(buffer, 0, read);
                    if (answer(Request.Split(' ')[1]) is { } reply) await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(reply), stop.Token);
                    else await Task.Delay(Timeout.Infinite, stop.Token);
                }
            }
            catch (OperationCanceledException)
            {
                listener.Stop();
            }
        }

        public void Dispose() => stop.Cancel();
    }

    private static string Answer(string status, string body, string type = "text/html; charset=utf-8", string more = "") =>
        $"HTTP/1.1 {status}\r\nContent-Type: {type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n{more}\r\n{body}";

    private static async Task<Problem> Refused(string? answer, string path = "/a", TimeSpan? timeout = null, int maxBytes = 100_000)
    {
        using var server = new Server(_ => answer);
        using var fetcher = new ArticleFetcher(timeout, 3);
        var outcome = await fetcher.FetchAsync(server.Url + path, maxBytes);
        outcome.Value.ShouldBeNull();
        outcome.Problem!.Where.ShouldBe(server.Url + path);
        outcome.Problem.Hint.ShouldNotBeEmpty();
        return outcome.Problem;
    }

    [Fact]
    public async Task APageIsFetchedAndReadFromWhereItWasRedirectedTo()
    {
        using var server = new Server(path => path == "/old" ? Answer("301 Moved", "", more: "Location: /new\r\n") : Answer("200 OK", Page));
        using var fetcher = new ArticleFetcher();
        var article = (await fetcher.ReadAsync(server.Url + "/old", ArticleHints.None)).ShouldHaveSingleItem().Value!;
        article.Url.ShouldBe(server.Url + "/new");
        article.Title.ShouldBe("Troops leave");
        article.Outlet.ShouldBe("127.0.0.1");
        article.Text.ShouldStartWith("Government troops");
        server.Request.ShouldContain("User-Agent: OnRecord");
    }

    [Theory]
    [InlineData("403 Forbidden", "does not let programs read it (403 Forbidden)")]
    [InlineData("404 Not Found", "is not there (404 Not Found)")]
    [InlineData("429 Too Many Requests", "fewer requests")]
    [InlineData("503 Service Unavailable", "fault of its own")]
    [InlineData("418 Teapot", "refused the request")]
    public async Task AStatusThatIsNoSuccessIsAProblem(string status, string what) => (await Refused(Answer(status, "no"))).What.ShouldContain(what);

    [Fact]
    public async Task EndlessRedirectsAreAProblem() => (await Refused(Answer("302 Found", "", more: "Location: /a\r\n"))).What.ShouldContain("redirects too often");

    [Fact]
    public async Task OtherThanTextIsAProblem() => (await Refused(Answer("200 OK", "x", "image/png"))).What.ShouldBe("is not text but image/png");

    [Fact]
    public async Task APageOverTheLimitIsAProblemWithAndWithoutALength()
    {
        (await Refused(Answer("200 OK", new string('x', 2000)), maxBytes: 1999)).What.ShouldContain("longer than the limit of 1,999 bytes");
        (await Refused("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\n" + new string('x', 2000), maxBytes: 1999)).What.ShouldContain("longer than the limit");
    }

    [Fact]
    public async Task AServerThatKeepsSilentIsAProblem() => (await Refused(null, timeout: TimeSpan.FromMilliseconds(200))).What.ShouldContain("did not answer within 0.2 seconds");

    [Fact]
    public async Task AnAnswerThatIsNoHttpIsAProblem() => (await Refused("nonsense\r\n\r\n")).What.ShouldNotBeEmpty();

    [Fact]
    public async Task AClosedPortIsAProblem()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/";
        listener.Stop();
        using var fetcher = new ArticleFetcher();
        (await fetcher.FetchAsync(url, 1000)).Problem!.What.ShouldStartWith("cannot be reached");
    }

    [Theory]
    [InlineData("ftp://example.org/a")]
    [InlineData("file:///etc/hostname")]
    [InlineData("example.org/a")]
    [InlineData("")]
    public async Task OnlyHttpAddressesAreFetched(string url)
    {
        using var fetcher = new ArticleFetcher();
        (await fetcher.FetchAsync(url, 1000)).Problem!.What.ShouldContain("http://");
    }

    [Fact]
    public async Task ACancellationFromOutsideIsNoProblemButACancellation()
    {
        using var server = new Server(_ => null);
        using var fetcher = new ArticleFetcher();
        using var cancel = new CancellationTokenSource(100);
        await Should.ThrowAsync<OperationCanceledException>(() => fetcher.FetchAsync(server.Url, 1000, cancel.Token));
    }
}
