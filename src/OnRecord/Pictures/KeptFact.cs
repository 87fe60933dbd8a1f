using OnRecord.Language.Articles;
using OnRecord.Ledger;
using OnRecord.Statements;

namespace OnRecord.Pictures;

/// <summary>A fact in a kept fold: of its entry only what the fold looks at, so that the entry itself has to be asked for elsewhere.</summary>
internal static class KeptFact
{
    private const int Dated = 1, Names = 2, TakenBack = 4, News = 8, Stays = 16, Negative = 32, Counted = 64, Due = 128;
    private const int WayAt = 8, ModeAt = 10, StanceAt = 14, WayMask = 3, ModeMask = 15;

    public static void Write(FoldWriter to, FoldTables tables, Fact fact)
    {
        var said = fact.Said;
        to.Text(fact.Id).Number(tables.Text(fact.Entry.ArticleId)).Number(tables.Text(said.Type)).Number(
            (said.Time is not null ? Dated : 0) | (fact.Names ? Names : 0) | (fact.TakenBack ? TakenBack : 0) | (fact.News ? News : 0) | (fact.Stays ? Stays : 0) | (fact.Positive ? 0 : Negative)
            | (said.Quantity is not null ? Counted : 0) | (said.Deadline is not null ? Due : 0) | (fact.Way is { } way ? (int)way + 1 : 0) << WayAt | (int)said.Mode << ModeAt | (int)said.Stance << StanceAt);
        Write(to, said.Trigger);
        Write(to, said.Span);
        to.Number(tables.Side(fact.Agents)).Number(tables.Side(fact.Patients)).Number(tables.Spot(fact.Place)).Day(fact.Latest).Day(fact.Known).Number(tables.Voice(fact.Voice)).Number(tables.Text(fact.Origin));
        if (said.Time is { } time) to.Day(time.From).Day(time.To);
        if (said.Quantity is { } quantity)
        {
            to.Number(tables.Text(quantity.Text)).Real(quantity.Low).Real(quantity.High).Number(tables.Text(quantity.Unit));
            Write(to, quantity.Span);
        }
        if (said.Deadline is { } deadline) to.Day(deadline.Day);
    }

    public static Fact Read(FoldReader from, FoldTables.Read tables)
    {
        var (id, article, type, flags) = (from.Text(), tables.Text(from)!, tables.Text(from)!, from.Number());
        var (trigger, span) = (Span(from), Span(from));
        var (agents, patients, place) = (tables.Sides[from.Number()], tables.Sides[from.Number()], tables.Spots[from.Number()]);
        var (latest, known) = (from.Day()!.Value, from.Day());
        var (voice, origin) = (tables.Voices[from.Number()], tables.Text(from)!);
        var time = Has(Dated) ? new TimeRange(from.Day(), from.Day(), default) : null;
        var statement = new Statement
        {
            Id = id,
            Type = type,
            Trigger = trigger,
            Span = span,
            Mode = (Mode)(flags >> ModeAt & ModeMask),
            Polarity = Has(Negative) ? Polarity.Negative : Polarity.Positive,
            Stance = (Stance)(flags >> StanceAt),
            Time = time,
            Quantity = Has(Counted) ? new Quantity(tables.Text(from)!, from.Real(), from.Real(), tables.Text(from)!, Span(from)) : null,
            Deadline = Has(Due) ? new Deadline(from.Day()!.Value, default) : null,
        };
        return new Fact(new LedgerEntry(statement, article, null, known, default), Families.Of(type), agents, patients, place, time?.From, latest, time is not null, Has(Names), voice)
        {
            Origin = origin,
            TakenBack = Has(TakenBack),
            News = Has(News),
            Stays = Has(Stays),
            Way = (flags >> WayAt & WayMask) is > 0 and var way ? (Way)(way - 1) : null,
        };

        bool Has(int flag) => (flags & flag) != 0;
    }

    private static void Write(FoldWriter to, TextSpan span) => to.Signed(span.Start).Signed(span.Length);

    private static TextSpan Span(FoldReader from) => from.Signed() is var start ? new TextSpan((int)start, (int)(start + from.Signed())) : default;
}
