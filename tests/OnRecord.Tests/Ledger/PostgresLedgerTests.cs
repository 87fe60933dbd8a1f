using System.Reflection;
using Npgsql;
using OnRecord.Ledger;
using OnRecord.Storage.Postgres;
using Xunit.Sdk;

namespace OnRecord.Tests.Ledger;

/// <summary>A fact that needs a PostgreSQL server: skipped, saying why, where there can be none.</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresServer.Missing();
}

public sealed class PostgresLedgerTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    /// <summary>The contract's facts are run from here, for each of them must be skipped where there is no server.</summary>
    [PostgresFact]
    public void Keeps_the_contract_of_ledgers()
    {
        var contract = new Contract(server);
        var ran = 0;
        foreach (var fact in typeof(LedgerContract).GetMethods(BindingFlags.Public | BindingFlags.Instance).Where(method => method.GetCustomAttribute<FactAttribute>() is not null))
            foreach (var arguments in fact.GetCustomAttributes<DataAttribute>().SelectMany(data => data.GetData(fact)).DefaultIfEmpty([]))
            {
                try
                {
                    fact.Invoke(contract, arguments);
                }
                catch (TargetInvocationException e)
                {
                    throw new XunitException($"{fact.Name}({string.Join(", ", arguments)}): {e.InnerException}");
                }
                ran++;
            }
        ran.ShouldBeGreaterThan(30);
    }

    [PostgresFact]
    public void What_was_added_is_there_when_it_is_opened_again_and_nothing_can_be_changed()
    {
        var address = server.Database();
        PostgresLedger.Open(address, readOnly: true).Problem.ShouldNotBeNull().What.ShouldContain("no record yet");
        using (var ledger = PostgresLedger.Open(address).Value.ShouldNotBeNull())
        {
            var article = Make.Article();
            ledger.Append(article, [Make.Entry(article), article.Entry(Make.Full())]);
        }
        using var again = PostgresLedger.Open(address, readOnly: true).Value.ShouldNotBeNull();
        again.Count().ShouldBe((1, 2));
        LedgerCheck.Run(again).ShouldBeEmpty();
        foreach (var sql in new[] { "UPDATE articles SET key = 'x'", "DELETE FROM statements", "TRUNCATE readings CASCADE", "UPDATE verdicts SET found = 1" })
            Should.Throw<PostgresException>(() => Raw(address, sql)).MessageText.ShouldContain("append-only");
    }

    [PostgresFact]
    public void Databases_of_others_and_newer_records_are_left_alone()
    {
        var foreign = server.Database();
        Raw(foreign, "CREATE TABLE recipes (name text)");
        PostgresLedger.Open(foreign).Problem.ShouldNotBeNull().What.ShouldContain("other tables");
        var newer = server.Database();
        PostgresLedger.Open(newer).Value.ShouldNotBeNull().Dispose();
        Raw(newer, "INSERT INTO onrecord VALUES (2)");
        PostgresLedger.Open(newer).Problem.ShouldNotBeNull().Hint.ShouldBe("update OnRecord");
        PostgresLedger.Open($"postgresql://onrecord@127.0.0.1:{server.Port}/none").Problem.ShouldNotBeNull().What.ShouldContain("no such database");
        PostgresLedger.Open("postgresql://onrecord@127.0.0.1:1/none").Problem.ShouldNotBeNull().What.ShouldContain("cannot be reached");
        PostgresLedger.Open("Nonsense=1").Problem.ShouldNotBeNull().What.ShouldContain("no address");
    }

    [PostgresFact]
    public void Two_programs_may_make_and_fill_one_record_at_once()
    {
        var address = server.Database();
        Parallel.For(0, 4, program =>
        {
            using var ledger = PostgresLedger.Open(address).Value.ShouldNotBeNull();
            for (var i = 0; i < 20; i++)
            {
                var article = Make.Article($"k{i}");
                ledger.Append(article, [Make.Entry(article, at: 1), Make.Entry(article, at: 2)], $"1.{program}+x");
            }
        });
        using var all = PostgresLedger.Open(address, readOnly: true).Value.ShouldNotBeNull();
        all.Count().ShouldBe((20, 40));
        LedgerCheck.Run(all).ShouldBeEmpty();
    }

    private static void Raw(string address, string sql)
    {
        using var connection = new NpgsqlConnection($"Host=127.0.0.1;Port={new Uri(address).Port};Username=onrecord;Database={new Uri(address).AbsolutePath.Trim('/')};Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private sealed class Contract(PostgresServer server) : LedgerContract
    {
        protected override ILedger Empty() => PostgresLedger.Open(server.Database()).Value.ShouldNotBeNull();
    }
}
