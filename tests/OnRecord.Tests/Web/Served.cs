using System.Net.Http.Json;
using System.Text.Json;
using OnRecord.Language;
using OnRecord.Ledger;
using OnRecord.Tests.House;
using OnRecord.Tests.Pictures;
using OnRecord.Web;

namespace OnRecord.Tests.Web;

/// <summary>A board over a record made by hand, at a free port of this machine, and a client that asks it.</summary>
internal sealed class Served : IAsyncDisposable
{
    private Served(BoardServer board, MemoryLedger ledger)
    {
        (Board, Ledger) = (board, ledger);
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = board.Address };
    }

    public BoardServer Board { get; }

    public MemoryLedger Ledger { get; }

    public HttpClient Client { get; }

    public static string Data => Path.Combine(Repository.Root, "data");

    public static async Task<Served> Start(Scene? scene = null, Func<BoardOptions, BoardOptions>? options = null, IReader? reader = null)
    {
        var ledger = new MemoryLedger();
        foreach (var article in (scene ?? August.Told()).Articles.Values) ledger.Append(article, [.. (scene ?? August.Told()).Entries.Where(entry => entry.ArticleId == article.Id)]);
        var plain = new BoardOptions { Port = 0, Data = Data };
        var started = await BoardServer.StartAsync(options?.Invoke(plain) ?? plain, ledger, () => reader is null ? new Problem("there is no reader here", "test", "") : Outcome<IReader>.Of(reader));
        return new Served(started.Value.ShouldNotBeNull(started.Problem?.ToString()), ledger);
    }

    /// <summary>The answer at an address below /api, which must be there.</summary>
    public async Task<JsonElement> Get(string path)
    {
        using var response = await Client.GetAsync("/api/" + path);
        ((int)response.StatusCode).ShouldBe(200, $"{path}: {await response.Content.ReadAsStringAsync()}");
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task<int> Status(string path)
    {
        using var response = await Client.GetAsync(path);
        return (int)response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Board.DisposeAsync();
    }
}
