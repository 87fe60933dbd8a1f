namespace OnRecord.Storage.Sqlite;

/// <summary>The form of the record's file, from the first to the present one. A form that was released is never altered: the next is added.</summary>
internal static class Schema
{
    /// <summary>SQLite's mark of whose file it is: "OnRc" in ASCII.</summary>
    public const int ApplicationId = 0x4F6E5263;

    /// <summary>The version that this program writes.</summary>
    public const int Version = 5;

    /// <summary>The day number that stood for an unknown day in form 1.</summary>
    public const int UnknownDay = int.MaxValue;

    /// <summary>Form 1, which records made before had.</summary>
    public const string Form1 = """
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

    private const string Articles2 = """
        CREATE TABLE articles (
            n INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            key TEXT NOT NULL,
            identity TEXT NOT NULL,
            link TEXT,
            title TEXT,
            outlet TEXT,
            byline TEXT,
            dateline TEXT,
            agency TEXT,
            url TEXT,
            recorded_at INTEGER NOT NULL,
            text BLOB NOT NULL
        ) STRICT;
        CREATE INDEX articles_key ON articles(key);
        CREATE INDEX articles_identity ON articles(identity);
        CREATE INDEX articles_link ON articles(link) WHERE link IS NOT NULL;
        CREATE TABLE readings (
            n INTEGER PRIMARY KEY,
            article INTEGER NOT NULL REFERENCES articles(n),
            reader TEXT NOT NULL,
            recorded_at INTEGER NOT NULL,
            UNIQUE(article, reader)
        ) STRICT;
        """;

    private const string Rest2 = """
        CREATE TABLE verdicts (
            statement INTEGER NOT NULL REFERENCES statements(n),
            reading INTEGER NOT NULL REFERENCES readings(n),
            found INTEGER NOT NULL,
            PRIMARY KEY(statement, reading)
        ) STRICT, WITHOUT ROWID;
        CREATE VIRTUAL TABLE statement_words USING fts5(words, who, voice, marks, content='', columnsize=0, tokenize="ascii tokenchars '_=-/.:'");
        CREATE VIRTUAL TABLE article_words USING fts5(words, content='', columnsize=0, tokenize="ascii tokenchars '_'");
        CREATE TRIGGER articles_update BEFORE UPDATE ON articles BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
        CREATE TRIGGER articles_delete BEFORE DELETE ON articles BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
        CREATE TRIGGER readings_update BEFORE UPDATE ON readings BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
        CREATE TRIGGER readings_delete BEFORE DELETE ON readings BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
        CREATE TRIGGER verdicts_update BEFORE UPDATE ON verdicts BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
        CREATE TRIGGER verdicts_delete BEFORE DELETE ON verdicts BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
        """;

    private const string Guards2 = """
        CREATE TRIGGER statements_update BEFORE UPDATE ON statements BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
        CREATE TRIGGER statements_delete BEFORE DELETE ON statements BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
        """;

    private const string Columns3 = """
        (
            n INTEGER PRIMARY KEY,
            id TEXT NOT NULL,
            article INTEGER NOT NULL REFERENCES articles(n),
            reading INTEGER NOT NULL REFERENCES readings(n),
            position INTEGER NOT NULL,
            json BLOB NOT NULL
        ) STRICT;
        """;

    private const string Index3 = "CREATE INDEX statements_id ON statements(reading >> 12, id);";

    /// <summary>
    /// Form 2: rows are numbered in the order of the ledger (<see cref="SortKey"/>), words and marks can be searched, and readings say which reader found what.
    /// A row of verdicts says that a later reading no longer found a statement (0), or found it again (1). Moments are ticks of UTC.
    /// </summary>
    public const string Form2 = $"""
        {Articles2}
        CREATE TABLE statements (
            n INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            article INTEGER NOT NULL REFERENCES articles(n),
            reading INTEGER NOT NULL REFERENCES readings(n),
            position INTEGER NOT NULL,
            json BLOB NOT NULL
        ) STRICT;
        {Rest2}
        {Guards2}
        """;

    /// <summary>
    /// Form 3: as form 2, with the ids of statements in order within each run of 4,096 readings (n >> 12) and not over all. Ids are random: in one order over all of them each statement changes another page of the file,
    /// and costs the more the larger the record is. That an id occurs once follows from the rows of its article, which are looked at before a statement is put in.
    /// </summary>
    public const string Form3 = $"""
        {Articles2}
        CREATE TABLE statements {Columns3}
        {Index3}
        {Rest2}
        {Guards2}
        """;

    /// <summary>
    /// What form 4 adds to form 3: what each article tells about the fold of all countries, by which one country is folded without the others. It follows from the rest of the record, is brought in step after it,
    /// and may be dropped and made again; the one row of its state says for which program, and up to which reading and how many statements, it holds.
    /// </summary>
    public const string Digests4 = """
        CREATE TABLE digests (
            article INTEGER PRIMARY KEY REFERENCES articles(n),
            day INTEGER NOT NULL,
            last INTEGER,
            home TEXT NOT NULL,
            strays INTEGER NOT NULL,
            quoted TEXT NOT NULL,
            copies TEXT NOT NULL
        ) STRICT;
        CREATE TABLE digest_state (n INTEGER PRIMARY KEY CHECK (n = 1), form INTEGER NOT NULL, readings INTEGER NOT NULL, statements INTEGER NOT NULL) STRICT;
        """;

    /// <summary>Form 4.</summary>
    public const string Form4 = Form3 + Digests4;

    /// <summary>
    /// What form 5 adds to form 4: what the fold of a country came to when it was last drawn, as bytes that the fold alone can read, for which program (form) and for which state of the record it holds.
    /// It is no part of the record either, and may be dropped.
    /// </summary>
    public const string Folds5 = "CREATE TABLE folds (country TEXT PRIMARY KEY, form TEXT NOT NULL, state TEXT NOT NULL, fold BLOB NOT NULL) STRICT;";

    /// <summary>Form 5, the present one.</summary>
    public const string Form5 = Form4 + Folds5;

    /// <summary>Makes form 3 of form 2.</summary>
    public const string Form3Of2 = $"""
        DROP TRIGGER statements_update; DROP TRIGGER statements_delete;
        CREATE TABLE statements_3 {Columns3}
        INSERT INTO statements_3 SELECT n, id, article, reading, position, json FROM statements ORDER BY n;
        DROP TABLE statements;
        ALTER TABLE statements_3 RENAME TO statements;
        {Index3}
        {Guards2}
        """;
}
