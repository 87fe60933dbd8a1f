using Microsoft.Data.Sqlite;
using OnRecord.Language;
using OnRecord.Ledger;
using OnRecord.Storage.Sqlite;

namespace OnRecord.Tests.Ledger;

public sealed class SqliteLedgerTests : LedgerContract, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("onrecord");

    public void Dispose() => _folder.Delete(recursive: true);

    protected override ILedger Empty() => Open(Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}.db"));

    private string File_ => Path.Combine(_folder.FullName, "record.db");

    private static SqliteLedger Open(string path, bool readOnly = false) => SqliteLedger.Open(path, readOnly).Value.ShouldNotBeNull();

    private static Problem Refused(string path, bool readOnly = false) => SqliteLedger.Open(path, readOnly, patienceSeconds: 1).Problem.ShouldNotBeNull();

    private void Raw(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File_};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private void Fill(int articles = 1)
    {
        using var ledger = Open(File_);
        for (var i = 0; i < articles; i++)
        {
            var article = Make.Article($"k{i}");
            ledger.Append(article, [Make.Entry(article)]);
        }
    }

    [Fact]
    public void What_was_added_is_there_when_it_is_opened_again()
    {
        Fill(3);
        using var again = Open(File_, readOnly: true);
        again.Count().ShouldBe((3, 3));
        again.Check().ShouldBeNull();
    }

    [Fact]
    public void A_missing_file_can_be_made_but_not_only_looked_at()
    {
        Refused(File_, readOnly: true).What.ShouldContain("no record yet");
        File.Exists(File_).ShouldBeFalse();
        Open(File_).Dispose();
        File.Exists(File_).ShouldBeTrue();
    }

    [Fact]
    public void Folders_and_missing_folders_are_named()
    {
        Refused(_folder.FullName).What.ShouldContain("folder");
        Refused(Path.Combine(_folder.FullName, "none", "record.db")).What.ShouldContain("does not exist");
    }

    [Fact]
    public void Foreign_files_are_left_alone()
    {
        File.WriteAllText(File_, "a letter, not a record, and long enough to be looked at");
        Refused(File_).What.ShouldContain("not a record");
        File.WriteAllText(File_, "short");
        Refused(File_).What.ShouldContain("not a record");
        File.Delete(File_);
        Raw("CREATE TABLE recipes(name TEXT)");
        Refused(File_).What.ShouldContain("not a record");
        Raw($"PRAGMA application_id={0x4F6E5263}");
        Refused(File_).What.ShouldContain("not a record");
    }

    [Fact]
    public void A_newer_record_is_not_touched()
    {
        Fill();
        Raw($"PRAGMA user_version={Schema.Version + 1}");
        Refused(File_).Hint.ShouldBe("update OnRecord");
        Refused(File_, readOnly: true).What.ShouldContain($"form {Schema.Version + 1}");
    }

    [Fact]
    public void A_damaged_file_is_said_to_be_damaged()
    {
        Fill(200);
        var bytes = File.ReadAllBytes(File_);
        // Behind the description of its tables, without which it is no record at all.
        bytes.AsSpan(bytes.Length / 2).Fill(0xEE);
        File.WriteAllBytes(File_, bytes);
        using var ledger = Open(File_, readOnly: true);
        ledger.Check().ShouldNotBeNull();
        Should.Throw<LedgerFailure>(() => ledger.Entries(new LedgerQuery()).Count()).Problem.What.ShouldContain("damaged");
    }

    [Fact]
    public void A_row_that_refers_to_nothing_is_damage()
    {
        Fill();
        Raw("PRAGMA foreign_keys=OFF; INSERT INTO statements VALUES(7, 'x', 8, 9, 0, CAST('{' AS BLOB))");
        using var ledger = Open(File_, readOnly: true);
        ledger.Check().ShouldNotBeNull().What.ShouldContain("a row of statements refers to one of");
    }

    [Fact]
    public void An_entry_is_found_by_its_id_wherever_it_was_read()
    {
        Fill(3);
        Raw("DROP TRIGGER statements_update; INSERT INTO readings SELECT n + 4096 * n, article, reader || 'x', recorded_at FROM readings; UPDATE statements SET reading = reading + 4096 * reading");
        using var ledger = Open(File_, readOnly: true);
        var ids = ledger.Entries(new LedgerQuery()).Select(e => e.Statement.Id).ToList();
        ids.Count.ShouldBe(3);
        foreach (var id in ids) ledger.Entry(id[..20]).ShouldNotBeNull().Statement.Id.ShouldBe(id);
        ledger.Entry("").ShouldBeNull();
    }

    [Fact]
    public void A_damaged_statement_is_named()
    {
        Fill();
        Raw("DROP TRIGGER statements_update; UPDATE statements SET json = CAST('{' AS BLOB)");
        using var ledger = Open(File_, readOnly: true);
        Should.Throw<LedgerFailure>(() => ledger.Entries(new LedgerQuery()).Count()).Problem.What.ShouldContain("cannot be read");
    }

    [Fact]
    public void Nothing_can_be_changed_or_deleted()
    {
        Fill();
        Raw("INSERT INTO verdicts SELECT n, reading, 0 FROM statements");
        foreach (var (table, column) in new[] { ("articles", "key"), ("readings", "reader"), ("statements", "id"), ("verdicts", "found") })
            foreach (var sql in new[] { $"UPDATE {table} SET {column}='1'", $"DELETE FROM {table}" })
                Should.Throw<SqliteException>(() => Raw(sql)).Message.ShouldContain("append-only");
    }

    [Fact]
    public void Another_program_that_holds_the_record_is_waited_for_then_named()
    {
        Fill();
        using var other = new SqliteConnection($"Data Source={File_};Pooling=False");
        other.Open();
        using var held = other.BeginTransaction(deferred: false);
        using var ledger = SqliteLedger.Open(File_, patienceSeconds: 1).Value.ShouldNotBeNull();
        var article = Make.Article("late");
        Should.Throw<LedgerFailure>(() => ledger.Append(article, [])).Problem.What.ShouldContain("another program");
        ledger.Count().ShouldBe((1, 1));
        held.Rollback();
        ledger.Append(article, []).ArticleAdded.ShouldBeTrue();
    }

    [Fact]
    public void What_another_program_left_open_is_rolled_back()
    {
        Fill();
        using (var other = new SqliteConnection($"Data Source={File_};Pooling=False"))
        {
            other.Open();
            using var open = other.BeginTransaction(deferred: false);
            using var command = other.CreateCommand();
            command.CommandText = "INSERT INTO articles(id, key, identity, text, recorded_at) VALUES('half','half','half',x'00',1)";
            command.ExecuteNonQuery().ShouldBe(1);
        }
        using var ledger = Open(File_);
        ledger.Count().ShouldBe((1, 1));
    }

    [Fact]
    public void A_full_disk_loses_nothing_and_says_so()
    {
        using var ledger = Open(File_);
        var first = Make.Article("first");
        ledger.Append(first, [Make.Entry(first)]);
        ledger.Execute("PRAGMA max_page_count=20");
        var big = Make.Article("big", new string('x', 200_000));
        Should.Throw<LedgerFailure>(() => ledger.Append(big, [Make.Entry(big)])).Problem.What.ShouldBe("the disk is full");
        ledger.Count().ShouldBe((1, 1));
        ledger.Execute("PRAGMA max_page_count=1000");
        ledger.Append(big, [Make.Entry(big)]).ShouldBe(new AppendResult(true, 1));
    }

    [Fact]
    public void A_record_opened_to_look_at_cannot_be_added_to()
    {
        Fill();
        using var ledger = Open(File_, readOnly: true);
        Should.Throw<LedgerFailure>(() => ledger.Append(Make.Article("new"), [])).Problem.What.ShouldContain("cannot be written");
    }

    [Fact]
    public void A_reading_sees_the_record_as_it_stood_when_it_began()
    {
        Fill(3);
        using var ledger = Open(File_);
        using var reading = ledger.Entries(new LedgerQuery()).GetEnumerator();
        reading.MoveNext().ShouldBeTrue();
        var article = Make.Article("later", published: new DateOnly(2022, 1, 1));
        ledger.Append(article, [Make.Entry(article)]);
        var seen = 1;
        while (reading.MoveNext()) seen++;
        seen.ShouldBe(3);
        ledger.Count().Statements.ShouldBe(4);
    }

    [Fact]
    public void An_empty_name_is_not_an_unknown_one_and_letters_that_end_texts_elsewhere_do_not_here()
    {
        using var ledger = Open(File_);
        foreach (var article in new[] { Make.Article("empty", outlet: "", title: ""), Make.Article("none", outlet: null, title: null), Make.Article("null\0key", outlet: "a\0b") })
        {
            ledger.Append(article, [Make.Entry(article)], "");
            ledger.Article(article.Id).ShouldBe(article);
        }
        LedgerCheck.Run(ledger).ShouldBeEmpty();
    }

    [Fact]
    public void A_disk_that_lets_no_file_grow_is_named()
    {
        foreach (var (code, what) in new[] { (13, "the disk is full"), (778, "the disk is full or cannot be written"), (266, "the disk could not be read or written") })
            SqliteProblems.Of(new SqliteException("", code & 0xFF, code), File_).What.ShouldBe(what);
    }
}
