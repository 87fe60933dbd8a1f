namespace OnRecord.Storage.Sqlite;

/// <summary>The form of the record's file.</summary>
internal static class Schema
{
    /// <summary>SQLite's mark of whose file it is: "OnRc" in ASCII.</summary>
    public const int ApplicationId = 0x4F6E5263;

    /// <summary>The version that this program writes.</summary>
    public const int Version = 1;

    /// <summary>The day number that stands for an unknown day, so that it sorts last.</summary>
    public const int UnknownDay = int.MaxValue;

    /// <summary>Makes an empty file a record.</summary>
    public const string Create = """
        CREATE TABLE articles (
            n INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            key TEXT NOT NULL,
            day INTEGER NOT NULL,
            title TEXT,
            outlet TEXT,
            byline TEXT,
            dateline TEXT,
            agency TEXT,
            url TEXT,
            text BLOB NOT NULL,
            recorded_at TEXT NOT NULL
        ) STRICT;
        CREATE INDEX articles_key ON articles(key);
        CREATE INDEX articles_order ON articles(day, id);
        CREATE TABLE statements (
            n INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            article TEXT NOT NULL REFERENCES articles(id),
            day INTEGER NOT NULL,
            position INTEGER NOT NULL,
            type TEXT NOT NULL,
            mode TEXT NOT NULL,
            polarity TEXT NOT NULL,
            country TEXT NOT NULL,
            admin1 TEXT NOT NULL,
            place TEXT NOT NULL,
            said TEXT NOT NULL,
            recorded_at TEXT NOT NULL,
            json BLOB NOT NULL
        ) STRICT;
        CREATE INDEX statements_order ON statements(day, article, position, id);
        CREATE INDEX statements_country ON statements(country, day, article, position, id);
        CREATE INDEX statements_article ON statements(article);
        CREATE TRIGGER articles_update BEFORE UPDATE ON articles BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
        CREATE TRIGGER articles_delete BEFORE DELETE ON articles BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
        CREATE TRIGGER statements_update BEFORE UPDATE ON statements BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
        CREATE TRIGGER statements_delete BEFORE DELETE ON statements BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
        """;
}
