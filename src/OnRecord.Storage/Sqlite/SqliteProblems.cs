using Microsoft.Data.Sqlite;
using OnRecord.Language;

namespace OnRecord.Storage.Sqlite;

/// <summary>Says in plain words what SQLite's error codes mean for a record.</summary>
internal static class SqliteProblems
{
    /// <summary>SQLite's codes for a file that may not be written, and for one that cannot be opened.</summary>
    public const int ReadOnly = 8, CannotOpen = 14;

    private const int Busy = 5, Locked = 6, Io = 10, Corrupt = 11, Full = 13, NotADatabase = 26, WriteFailed = 778;

    public static Problem Of(SqliteException e, string path) => e.SqliteErrorCode switch
    {
        Busy or Locked => new Problem("another program is writing to this record and does not let go", path, "wait for it to finish, then try again"),
        ReadOnly => ReadOnlyFile(path),
        Io when e.SqliteExtendedErrorCode == WriteFailed => new Problem("the disk is full or cannot be written", path, "make room and run it again; what was recorded before is kept"),
        Io => new Problem("the disk could not be read or written", path, "check the disk; nothing that was recorded before is lost by this"),
        Corrupt => new Problem("the file is damaged", path, "restore it from a copy, or read the articles into a new record"),
        Full => new Problem("the disk is full", path, "make room and run it again; what was recorded before is kept"),
        CannotOpen => new Problem("the file cannot be opened", path, "check that its folder exists and that you may use both"),
        NotADatabase => Foreign(path),
        _ => new Problem($"the record failed ({e.Message.TrimEnd('.')})", path, "run it again; what was recorded before is kept"),
    };

    public static Problem ReadOnlyFile(string path) => new("this record cannot be written", path, "check the permissions of the file and its folder");

    public static Problem Foreign(string path) => new("this file is not a record of OnRecord", path, "name another file with --record");

    public static Problem Missing(string path) => new("there is no record yet", path, "make one with: onrecord read FILES");

    public static Problem Folder(string path) => new("this is a folder, not a record", path, "name a file in it");

    public static Problem NoFolder(string path) => new("the folder of this record does not exist", path, "make the folder first");

    public static Problem Newer(string path, long version) =>
        new($"this record was written by a newer OnRecord (form {version}; this one knows {Schema.Version})", path, "update OnRecord");

    public static Problem Damaged(string what, string path) => new(what, path, "restore the file from a copy, or read the articles into a new record");

    public static Problem Older(string path, Problem why) =>
        new($"this record was written by an older OnRecord and could not be brought to the present form ({why.What})", path, why.Hint);
}
