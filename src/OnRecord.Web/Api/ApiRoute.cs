using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OnRecord.Language;
using OnRecord.Web.Snapshots;

namespace OnRecord.Web.Api;

/// <summary>Something that can be asked: where, with what, and what comes back. The same table serves the requests and writes the OpenAPI document.</summary>
internal sealed record ApiRoute(string Path, string Summary, string[] Parameters, JsonTypeInfo? Answer, Func<Snapshot, Ask, Outcome<byte[]>> Work)
{
    public string MediaType { get; init; } = "application/json; charset=utf-8";

    /// <summary>A route that answers with a value as JSON.</summary>
    public static ApiRoute Of<T>(string path, string summary, string[] parameters, JsonTypeInfo<T> type, Func<Snapshot, Ask, Outcome<T>> work) where T : class =>
        new(path, summary, parameters, type, (snapshot, ask) =>
        {
            var outcome = work(snapshot, ask);
            return outcome.Value is { } value ? JsonSerializer.SerializeToUtf8Bytes(value, type) : outcome.Problem!;
        });

    /// <summary>A route that always has an answer.</summary>
    public static ApiRoute Of<T>(string path, string summary, string[] parameters, JsonTypeInfo<T> type, Func<Snapshot, Ask, T> work) where T : class =>
        new(path, summary, parameters, type, (snapshot, ask) => JsonSerializer.SerializeToUtf8Bytes(work(snapshot, ask), type));
}
