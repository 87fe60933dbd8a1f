using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace OnRecord.Web.Serving;

/// <summary>What came of a token that was shown.</summary>
internal enum Entry { Open, Closed, TooMany }

/// <summary>Lets in who knows the token. Tokens are compared in constant time, and whoever guesses wrong too often has to wait.</summary>
internal sealed class Gate
{
    private const int MostGuesses = 10;
    private const int MostGuessers = 10_000;
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(1);

    private readonly byte[]? _token;
    private readonly TimeProvider _clock;
    private readonly ConcurrentDictionary<string, (int Wrong, long Since)> _guessers = new(StringComparer.Ordinal);

    public Gate(string? token, TimeProvider clock)
    {
        _token = token is null ? null : Digest(token);
        _clock = clock;
        // The cookie proves that the token was known without holding it.
        Pass = token is null ? "" : Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(token), "onrecord board"u8));
    }

    /// <summary>What the browser keeps once it was let in.</summary>
    public string Pass { get; }

    /// <summary>True where nobody needs a token.</summary>
    public bool IsOpen => _token is null;

    /// <summary>A new token: 160 bits that nobody guesses.</summary>
    public static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));

    /// <summary>True where the cookie is this board's pass.</summary>
    public bool Knows(string? pass) => IsOpen || pass is { Length: 64 } && CryptographicOperations.FixedTimeEquals(Digest(pass), Digest(Pass));

    /// <summary>Tries a token shown by a visitor from an address.</summary>
    public Entry Try(string token, string visitor)
    {
        if (IsOpen) return Entry.Open;
        var now = _clock.GetTimestamp();
        if (_guessers.TryGetValue(visitor, out var before) && before.Wrong >= MostGuesses)
        {
            if (_clock.GetElapsedTime(before.Since, now) < Wait) return Entry.TooMany;
            _guessers.TryRemove(visitor, out _);
        }
        if (CryptographicOperations.FixedTimeEquals(Digest(token), _token))
        {
            _guessers.TryRemove(visitor, out _);
            return Entry.Open;
        }
        if (_guessers.Count >= MostGuessers) _guessers.Clear();
        _guessers.AddOrUpdate(visitor, _ => (1, now), (_, old) => (old.Wrong + 1, now));
        return Entry.Closed;
    }

    // Of one length, whatever was shown.
    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
