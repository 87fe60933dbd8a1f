using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using OnRecord.Ledger;
using OnRecord.Storage.Sqlite;

namespace OnRecord.Tests.Ledger;

/// <summary>Records of every older form, written as the program of that time wrote them, are read by this one.</summary>
public sealed class MigrationTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("onrecord");
    private readonly List<(ArticleEntry Article, LedgerEntry[] Entries)> _held = [];

    public MigrationTests()
    {
        for (var i = 0; i < 1200; i++)
        {
            var article = Make.Article($"k{i}", published: new DateOnly(2021, 8, 1 + i % 20), undated: i % 9 == 0) with { Url = $"https://example.org/{i}", RecordedAt = Make.Noon.AddMinutes(i) };
            _held.Add((article, [Make.Entry(article, place: Make.Kunduz), article.Entry(Make.Full())]));
        }
    }

    private string File_ => Path.Combine(_folder.FullName, "record.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_record_of_form_1_is_brought_to_the_present_form(bool onlyToLookAt)
    {
        WriteForm1();
        using var ledger = SqliteLedger.Open(File_, readOnly: onlyToLookAt).Value.ShouldNotBeNull();
        ledger.Count().ShouldBe((1200, 2400));
        ledger.Check().ShouldBeNull();
        LedgerCheck.Run(ledger).ShouldBeEmpty();
        ledger.Articles(new LedgerQuery()).ShouldBe(_held.Select(held => held.Article).Order(LedgerOrder.Articles));
        ledger.Entries(new LedgerQuery()).Select(e => (e.Statement.Id, e.RecordedAt, e.Reader)).ShouldBe(
            _held.SelectMany(held => held.Entries).Order(LedgerOrder.Entries).Select(e => (e.Statement.Id, e.RecordedAt, (string?)null)));
        ledger.Entries(new LedgerQuery(Area: "Kunduz", Limit: 5) { Text = "town", Mode = OnRecord.Statements.Mode.Actual }).Count().ShouldBe(5);
        Number("PRAGMA user_version").ShouldBe(Schema.Version);
        Number("SELECT count(*) FROM sqlite_schema WHERE name LIKE '%\\_1' ESCAPE '\\' AND type='table'").ShouldBe(0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_record_of_form_2_is_brought_to_the_present_form(bool onlyToLookAt)
    {
        WriteForm(2, Schema.Form2);
        IsPresent(onlyToLookAt);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_record_of_form_3_is_brought_to_the_present_form(bool onlyToLookAt)
    {
        WriteForm(3, Schema.Form3);
        IsPresent(onlyToLookAt);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_record_of_form_4_is_brought_to_the_present_form(bool onlyToLookAt)
    {
        WriteForm(4, Schema.Form4);
        IsPresent(onlyToLookAt);
    }

    private void IsPresent(bool onlyToLookAt)
    {
        using var ledger = SqliteLedger.Open(File_, readOnly: onlyToLookAt).Value.ShouldNotBeNull();
        ledger.Count().ShouldBe((1200, 2399));
        ledger.Check().ShouldBeNull();
        LedgerCheck.Run(ledger).ShouldBeEmpty();
        var stands = _held.SelectMany(held => held.Entries).Where(e => e != _held[7].Entries[1]).Order(LedgerOrder.Entries).ToList();
        ledger.Entries(new LedgerQuery()).Select(e => (e.Statement.Id, e.RecordedAt, e.Reader)).ShouldBe(stands.Select(e => (e.Statement.Id, e.RecordedAt, (string?)"1.0.0+a")));
        foreach (var id in stands.Select(e => e.Statement.Id).Where((_, i) => i % 97 == 0)) ledger.Entry(id[..12]).ShouldNotBeNull().Statement.Id.ShouldBe(id);
        ledger.Entries(new LedgerQuery { Superseded = true }).Count().ShouldBe(2400);
        Number("PRAGMA user_version").ShouldBe(Schema.Version);
        Number("SELECT count(*) FROM sqlite_schema WHERE name='statements_id'").ShouldBe(1);
        Number("SELECT count(*) FROM pragma_foreign_key_check").ShouldBe(0);
        ledger.PartOf("AF").ShouldNotBeNull().Entries.Count.ShouldBe(2399);
        Number("SELECT count(*) FROM digests").ShouldBe(1200);
        _ = OnRecord.Pictures.Picture.Of(ledger, new OnRecord.Pictures.PictureOptions(Country: "AF"));
        Number("SELECT count(*) FROM folds").ShouldBe(1);
        Should.Throw<SqliteException>(() => Raw("DELETE FROM statements")).Message.ShouldContain("append-only");
    }

    [Fact]
    public void An_older_record_that_cannot_be_brought_forward_stays_as_it_was_and_says_why()
    {
        WriteForm1();
        Raw("DROP TRIGGER statements_update; UPDATE statements SET json = CAST('{' AS BLOB) WHERE n = 2000; CREATE TRIGGER statements_update BEFORE UPDATE ON statements BEGIN SELECT 1; END");
        SqliteLedger.Open(File_).Problem.ShouldNotBeNull().What.ShouldContain("cannot be read, so that the record cannot be brought to the present form");
        SqliteLedger.Open(File_, readOnly: true).Problem.ShouldNotBeNull().What.ShouldContain("older OnRecord");
        Number("PRAGMA user_version").ShouldBe(1);
        Number("SELECT count(*) FROM statements").ShouldBe(2400);
    }

    [Fact]
    public void Two_programs_that_open_an_older_record_at_once_bring_it_forward_once()
    {
        WriteForm1();
        var counts = Enumerable.Range(0, 4).AsParallel().WithDegreeOfParallelism(4).Select(i =>
        {
            using var ledger = SqliteLedger.Open(File_, readOnly: i % 2 == 0).Value.ShouldNotBeNull();
            return ledger.Count();
        }).ToList();
        counts.ShouldBe(Enumerable.Repeat((1200L, 2400L), 4));
    }

    // What the first released form looked like, row by row.
    private void WriteForm1()
    {
        using var connection = new SqliteConnection($"Data Source={File_};Pooling=False");
        connection.Open();
        Execute(connection, $"PRAGMA journal_mode=WAL; {Schema.Form1} PRAGMA application_id={Schema.ApplicationId}; PRAGMA user_version=1;");
        using var transaction = connection.BeginTransaction();
        foreach (var (a, entries) in _held)
        {
            Insert(connection, "articles(id, key, day, title, outlet, byline, dateline, agency, url, text, recorded_at)",
                a.Id, a.Key, Day(a.Published), a.Title, a.Outlet, a.Byline, a.Dateline, a.Agency, a.Url, Encoding.UTF8.GetBytes(a.Text), Moment(a.RecordedAt));
            foreach (var e in entries)
                Insert(connection, "statements(id, article, day, position, type, mode, polarity, country, admin1, place, said, recorded_at, json)",
                    e.Statement.Id, a.Id, Day(a.Published), e.Statement.Trigger.Start, e.Statement.Type, "actual", "positive", "AF", "kunduz", "kunduz", "kunduz", Moment(e.RecordedAt), StatementJson.Write(e.Statement));
        }
        transaction.Commit();
    }

    // Rows of forms 2 and 3 are the same as in the present one; one article was read again, and one of its entries no longer found.
    private void WriteForm(int version, string form)
    {
        using var connection = new SqliteConnection($"Data Source={File_};Pooling=False");
        connection.Open();
        Execute(connection, $"PRAGMA journal_mode=WAL; {form} PRAGMA application_id={Schema.ApplicationId}; PRAGMA user_version={version};");
        using var transaction = connection.BeginTransaction();
        using var appender = new Appender(connection);
        appender.Add(transaction, [.. _held.Select(held => new ArticleReading(held.Article, held.Entries, "1.0.0+a"))]);
        appender.Add(transaction, [new ArticleReading(_held[7].Article, [_held[7].Entries[0]], "2.0.0+b")]);
        transaction.Commit();
    }

    private static int Day(DateOnly? day) => day?.DayNumber ?? int.MaxValue;

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static void Insert(SqliteConnection connection, string into, params object?[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO {into} VALUES({string.Join(',', values.Select((_, i) => $"${i}"))})";
        foreach (var (i, value) in values.Index()) command.Parameters.AddWithValue($"${i}", value ?? DBNull.Value);
        command.ExecuteNonQuery();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private void Raw(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File_};Pooling=False");
        connection.Open();
        Execute(connection, sql);
    }

    private long Number(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File_};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
