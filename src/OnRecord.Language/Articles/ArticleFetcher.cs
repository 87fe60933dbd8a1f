using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;

namespace OnRecord.Language.Articles;

/// <summary>A document as a server gave it.</summary>
/// <param name="Bytes">The content, unpacked.</param>
/// <param name="Url">The address it came from in the end.</param>
/// <param name="ContentType">The media type with its charset, or null where the server named none.</param>
public sealed record FetchedPage(ReadOnlyMemory<byte> Bytes, string Url, string? ContentType);

/// <summary>Fetches articles by HTTP: one request each, with limits on time, size and redirects; whatever goes wrong is a problem.</summary>
public sealed class ArticleFetcher : IDisposable
{
    private const string SaveIt = "save the page in a browser and give the file";

    private readonly HttpClient client;
    private readonly TimeSpan timeout;

    /// <summary>A fetcher that gives up after <paramref name="timeout"/> (20 seconds unless told) and follows at most <paramref name="maxRedirects"/> redirects.</summary>
    public ArticleFetcher(TimeSpan? timeout = null, int maxRedirects = 5)
    {
        this.timeout = timeout ?? TimeSpan.FromSeconds(20);
        client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = maxRedirects > 0,
            MaxAutomaticRedirections = Math.Max(1, maxRedirects),
            AutomaticDecompression = DecompressionMethods.All,
            UseCookies = false,
        })
        { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("OnRecord", null));
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html, application/xhtml+xml, text/plain, application/json;q=0.8, */*;q=0.1");
    }

    /// <summary>Fetches and reads the articles at <paramref name="url"/>; the address and media type that the server gives complete the hints.</summary>
    public async Task<ImmutableArray<Outcome<Article>>> ReadAsync(string url, ArticleHints hints, CancellationToken cancellation = default)
    {
        var fetched = await FetchAsync(url, hints.MaxBytes, cancellation).ConfigureAwait(false);
        return fetched.Value is { } page
            ? ArticleReader.Read(page.Bytes, hints with { Url = page.Url, ContentType = page.ContentType ?? hints.ContentType })
            : [fetched.Problem!];
    }

    /// <summary>Fetches the document at <paramref name="url"/>, of at most <paramref name="maxBytes"/> bytes; only a cancellation from outside throws.</summary>
    public async Task<Outcome<FetchedPage>> FetchAsync(string url, int maxBytes, CancellationToken cancellation = default)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return new Problem("is not an address that begins with http:// or https://", url, "give the full address of the article");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeout);
        try
        {
            using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
            if (Refusal(response, url) is { } refusal) return refusal;
            if (response.Content.Headers.ContentLength > maxBytes) return TooLong(url, maxBytes);
            var bytes = await ReadAsync(response.Content, maxBytes, limit.Token).ConfigureAwait(false);
            if (bytes is null) return TooLong(url, maxBytes);
            return new FetchedPage(bytes, response.RequestMessage?.RequestUri?.AbsoluteUri ?? url, response.Content.Headers.TryGetValues("Content-Type", out var types) ? types.FirstOrDefault() : null);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Problem(FormattableString.Invariant($"did not answer within {timeout.TotalSeconds:0.#} seconds"), url, "try again later, or " + SaveIt);
        }
        catch (HttpRequestException e)
        {
            return Failed(e, url);
        }
        catch (IOException e)
        {
            return new Problem("broke off: " + ArticleReader.OneLine(e.Message), url, "try again");
        }
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => client.Dispose();

    private static async Task<byte[]?> ReadAsync(HttpContent content, int maxBytes, CancellationToken cancellation)
    {
        using var stream = await content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await stream.ReadAsync(buffer, cancellation).ConfigureAwait(false) is > 0 and var read)
        {
            if (bytes.Length + read > maxBytes) return null;
            bytes.Write(buffer, 0, read);
        }
        return bytes.ToArray();
    }

    private static Problem TooLong(string url, int maxBytes) => new(FormattableString.Invariant($"is longer than the limit of {maxBytes:N0} bytes"), url, "raise the limit");

    private static Problem? Refusal(HttpResponseMessage response, string url)
    {
        var status = (int)response.StatusCode;
        var said = $"{status} {response.ReasonPhrase}".Trim();
        if (status is >= 300 and < 400) return new Problem($"redirects too often, or to where OnRecord does not follow ({said})", url, "give the address that a browser ends at");
        if (status is 401 or 402 or 403 or 451) return new Problem($"does not let programs read it ({said})", url, SaveIt);
        if (status is 404 or 410) return new Problem($"is not there ({said})", url, "check the address");
        if (status == 429) return new Problem($"asks for fewer requests ({said})", url, "wait and try again");
        if (status >= 500) return new Problem($"has a fault of its own ({said})", url, "try again later");
        if (status is < 200 or >= 300) return new Problem($"refused the request ({said})", url, SaveIt);
        var type = response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant();
        return type is null || type.StartsWith("text/", StringComparison.Ordinal) || type.Contains("html", StringComparison.Ordinal) || type.Contains("json", StringComparison.Ordinal)
            || type.EndsWith("xml", StringComparison.Ordinal) || type == "application/octet-stream"
            ? null
            : new Problem($"is not text but {type}", url, "give the address of an article");
    }

    private static Problem Failed(HttpRequestException e, string url) => e.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => new Problem("names a host that is not known", url, "check the address and the connection"),
        HttpRequestError.ConnectionError => new Problem("cannot be reached: " + ArticleReader.OneLine(e.Message), url, "check the address and the connection"),
        HttpRequestError.SecureConnectionError => new Problem("has no valid certificate: " + ArticleReader.OneLine(e.InnerException?.Message ?? e.Message), url, SaveIt),
        HttpRequestError.ProxyTunnelError => new Problem("cannot be reached through the proxy", url, "check the proxy's settings"),
        _ => new Problem("could not be fetched: " + ArticleReader.OneLine(e.Message), url, "try again later, or " + SaveIt),
    };
}
