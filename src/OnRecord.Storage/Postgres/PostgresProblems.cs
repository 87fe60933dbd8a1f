using Npgsql;
using OnRecord.Language;

namespace OnRecord.Storage.Postgres;

/// <summary>Says in plain words what PostgreSQL's errors mean for a record.</summary>
internal static class PostgresProblems
{
    public static Problem Of(Exception e, string where) => e switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => new Problem("the server's disk is full", where, "make room and run it again; what was recorded before is kept"),
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => new Problem("there is no such database", where, "make it with createdb"),
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } => new Problem("the server does not let this user in", where, "check the user and the password"),
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.ReadOnlySqlTransaction } => new Problem("this record cannot be written", where, "check the rights of this user"),
        PostgresException p => new Problem($"the record failed ({p.MessageText.ReplaceLineEndings(" ")})", where, "run it again; what was recorded before is kept"),
        _ => new Problem($"the server cannot be reached ({e.Message.ReplaceLineEndings(" ").TrimEnd('.')})", where, "check that it runs, and its address; what was recorded before is kept"),
    };

    public static Problem Foreign(string where) => new("this database holds no record of OnRecord but other tables", where, "name another database");

    public static Problem Missing(string where) => new("there is no record yet", where, "make one with: onrecord read FILES");

    public static Problem Newer(string where, long version) =>
        new($"this record was written by a newer OnRecord (form {version}; this one knows {PostgresSchema.Version})", where, "update OnRecord");

    public static Problem Damaged(string what, string where) => new(what, where, "restore the database from a copy, or read the articles into a new record");
}
