using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using OnRecord.Language.Articles;
using OnRecord.Language.Mentions;
using OnRecord.Statements;

namespace OnRecord.Ledger;

/// <summary>Ids that follow from content alone: SHA-256 over the fields, each with its length before it, the first 130 bits in base 32 (26 characters, a–z and 2–7).</summary>
public static class ContentId
{
    /// <summary>How many characters an id has.</summary>
    public const int Length = 26;

    /// <summary>The id of an article's content: what it was handed in as, its text, title, outlet and day.</summary>
    public static string OfArticle(string key, string text, string? title, string? outlet, DateOnly? published)
    {
        using var hash = new FieldHash("article/1");
        hash.Add(key);
        hash.Add(text);
        hash.Add(title);
        hash.Add(outlet);
        hash.Add(published);
        return hash.Id();
    }

    /// <summary>The id of a statement of the article <paramref name="articleId"/>: all its fields count but <see cref="Statement.Id"/> itself.</summary>
    public static string Of(string articleId, Statement statement)
    {
        using var hash = new FieldHash("statement/1");
        hash.Add(articleId);
        hash.Add(statement.Trigger);
        hash.Add(statement.Span);
        hash.Add(statement.Type);
        hash.Add((int)statement.Mode);
        hash.Add((int)statement.Polarity);
        hash.Add(statement.Agent);
        hash.Add(statement.Patient);
        hash.Add(statement.Place);
        hash.Add(statement.Quantity);
        hash.Add(statement.Time);
        hash.Add(statement.Deadline);
        hash.Add(statement.Sources.Length);
        foreach (var source in statement.Sources)
        {
            hash.Add(source.Name);
            hash.Add(source.Role);
            hash.Add(source.Actor);
            hash.Add(source.Span);
        }
        hash.Add((int)statement.Stance);
        hash.Add(statement.Cues.Length);
        foreach (var cue in statement.Cues)
        {
            hash.Add(cue.Field);
            hash.Add(cue.Why);
            hash.Add(cue.Span);
        }
        return hash.Id();
    }

    /// <summary>The statement with its id set to that of its content.</summary>
    public static Statement Identified(string articleId, Statement statement) => statement with { Id = Of(articleId, statement) };

    /// <summary>Feeds fields into a hash so that no two sequences of fields feed the same bytes; null and empty differ.</summary>
    private sealed class FieldHash : IDisposable
    {
        private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public FieldHash(string form) => Add(form);

        public void Dispose() => _hash.Dispose();

        public void Add(int value)
        {
            Span<byte> bytes = stackalloc byte[4];
            BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
            _hash.AppendData(bytes);
        }

        public void Add(string? value)
        {
            if (value is null)
            {
                Add(-1);
                return;
            }
            var bytes = Encoding.UTF8.GetBytes(value);
            Add(bytes.Length);
            _hash.AppendData(bytes);
        }

        public void Add(double? value)
        {
            Span<byte> bytes = stackalloc byte[9];
            bytes[0] = value is null ? (byte)0 : (byte)1;
            // Minus zero and zero are one number.
            BinaryPrimitives.WriteDoubleLittleEndian(bytes[1..], (value ?? 0) + 0.0);
            _hash.AppendData(bytes);
        }

        public void Add(DateOnly? day) => Add(day?.DayNumber ?? -1);

        public void Add(TextSpan span)
        {
            Add(span.Start);
            Add(span.End);
        }

        public void Add(ImmutableArray<Participant> participants)
        {
            Add(participants.Length);
            foreach (var participant in participants)
            {
                Add(participant.Name);
                Add(participant.Actor);
                Add(participant.Span);
            }
        }

        public void Add(StatementPlace? place)
        {
            Add(place is null ? 0 : 1);
            if (place is null) return;
            Add(place.Name);
            Add(place.Unresolved);
            Add(place.Span);
            Add(place.Place is null ? 0 : 1);
            if (place.Place is { } resolved) Add(resolved);
            if (place.Within is { } around) Add(around);
        }

        public void Add(Quantity? quantity)
        {
            Add(quantity is null ? 0 : 1);
            if (quantity is null) return;
            Add(quantity.Text);
            Add(quantity.Low);
            Add(quantity.High);
            Add(quantity.Unit);
            Add(quantity.Span);
        }

        public void Add(TimeRange? time)
        {
            Add(time is null ? 0 : 1);
            if (time is null) return;
            Add(time.From);
            Add(time.To);
            Add(time.Span);
        }

        public void Add(Deadline? deadline)
        {
            Add(deadline is null ? 0 : 1);
            if (deadline is null) return;
            Add(deadline.Day);
            Add(deadline.Span);
        }

        public string Id()
        {
            Span<byte> bytes = stackalloc byte[32];
            _hash.GetHashAndReset(bytes);
            Span<char> id = stackalloc char[ContentId.Length];
            for (var i = 0; i < id.Length; i++)
            {
                var bit = i * 5;
                var pair = bytes[bit / 8] << 8 | bytes[bit / 8 + 1];
                id[i] = Alphabet[pair >> (11 - bit % 8) & 31];
            }
            return new string(id);
        }

        private void Add(Place place)
        {
            Add(place.Name);
            Add((int)place.Kind);
            Add(place.Admin1);
            Add(place.Country);
            Add(place.Lat);
            Add(place.Lon);
            Add(place.Population);
            Add(place.Geonames);
            Add(place.Code);
            Add(place.Capital);
        }
    }
}
