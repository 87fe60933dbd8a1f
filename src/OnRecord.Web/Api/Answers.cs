using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace OnRecord.Web.Api;

// The shapes of the answers, as docs/reference/api.md describes them.

internal sealed record NamedParty(string Key, string Name, int? Side);

internal sealed record Where(string Key, string Name, string Kind, string? Admin1, string? Country, double? Lat, double? Lon, string? Capital);

internal sealed record Stands(string Standing, string Rule, string Why, string Said, int Origins);

internal sealed record Number(string Unit, string Text, double? Low, double? Best, double? High);

internal sealed record HappeningItem(string Id, string Line, string Type, ImmutableArray<string> Types, bool Positive, ImmutableArray<NamedParty> Agents, ImmutableArray<NamedParty> Patients,
    Where? Place, DateOnly? From, DateOnly? To, ImmutableArray<Number> Numbers, double Harm, Stands Standing, ImmutableArray<string> Entries, ImmutableArray<string> Denials);

internal sealed record SpanItem(string Id, NamedParty? Holder, DateOnly? From, DateOnly? By, DateOnly? Until, bool Contested, Stands Standing, ImmutableArray<string> Entries);

internal sealed record ControlItem(Where Place, SpanItem? Now, ImmutableArray<SpanItem> Spans);

internal sealed record ProvinceItem(string Country, string Name, int? Side, string? Holder, string State, string? By, ImmutableArray<string> Entries);

internal sealed record CommitmentItem(string Id, string Line, string Mode, string Type, bool Positive, ImmutableArray<NamedParty> Agents, ImmutableArray<NamedParty> Patients, Where? Place,
    string? Quantity, DateOnly Said, DateOnly? Due, string State, string? Timing, DateOnly? Settled, int? DaysLeft, string Rule, string By, ImmutableArray<string> Entries, ImmutableArray<string> Moved);

internal sealed record MovementItem(string Id, string Line, string Type, string State, ImmutableArray<NamedParty> Force, ImmutableArray<NamedParty> Whom, Where? Place, DateOnly? From, DateOnly? To,
    Stands Standing, ImmutableArray<string> Entries);

internal sealed record HarmItem(string Id, string Line, ImmutableArray<string> Types, ImmutableArray<NamedParty> Alleged, ImmutableArray<NamedParty> Victims, Where? Place, DateOnly? From, DateOnly? To,
    ImmutableArray<Number> Numbers, string AllegedBy, string? DeniedBy, Stands Standing, ImmutableArray<string> Entries);

internal sealed record SideItem(string Says, string By, int Origins, ImmutableArray<string> Entries);

internal sealed record DisagreementItem(string Id, string Kind, string About, Where? Place, DateOnly? From, DateOnly? To, ImmutableArray<SideItem> Sides);

internal sealed record TallyItem(string Text, string? Side, string Unit, Where? Place, DateOnly Said, int? OwnCount, string By, ImmutableArray<string> Entries);

internal sealed record ClaimItem(string About, string Type, ImmutableArray<NamedParty> Agents, Where? Place, Stands Standing);

internal sealed record StatementRow(string Id, DateOnly Known, string Type, string Mode, string Polarity, string Agent, string Patient, string Place, string? Quantity, string? When, string Source,
    string Stance, string? Outlet, string Words, string Article);

internal sealed record Page<T>(string Version, DateOnly AsOf, DateOnly? Known, int Total, ImmutableArray<T> Items, string? Next);

internal sealed record RowPage(string Version, int Total, int Offset, ImmutableArray<StatementRow> Items, string? Next);

internal sealed record FacetItem(string Value, string Label, int Count);

internal sealed record Facet(string Name, ImmutableArray<FacetItem> Values);

internal sealed record Facets(string Version, int Total, ImmutableArray<Facet> Items);

internal sealed record Voice(string Name, string? Role, string Kind);

internal sealed record EvidenceItem(string Id, string Type, string Mode, string Polarity, string Stance, string? Outlet, DateOnly? Published, string Article, string? Title, string? Url, string Words,
    ImmutableArray<Voice> Chain, string Origin);

internal sealed record EvidenceList(string Version, ImmutableArray<EvidenceItem> Items);

internal sealed record Mark(string Field, int Start, int End, string Text);

internal sealed record PartOf(string Kind, string Id, string Line);

internal sealed record StatementDetail(string Version, string Id, DateOnly Known, string Type, string Mode, string Polarity, string Stance, ImmutableArray<NamedParty> Agents, ImmutableArray<NamedParty> Patients,
    Where? Place, string? PlaceUnresolved, string? Quantity, DateOnly? From, DateOnly? To, DateOnly? Deadline, int Start, int End, ImmutableArray<Mark> Marks, ImmutableArray<Voice> Chain, string Origin,
    ImmutableArray<PartOf> PartOf, ArticleDetail? Article);

internal sealed record ArticleStatement(string Id, string Type, string Mode, string Polarity, int Start, int End, int TriggerStart, int TriggerEnd);

internal sealed record ArticleItem(string Id, string? Title, string? Outlet, string? Agency, DateOnly? Published, string? Url, int Statements);

internal sealed record ArticleDetail(string Version, string Id, string? Title, string? Outlet, string? Byline, string? Dateline, string? Agency, DateOnly? Published, string? Url, string Text,
    ImmutableArray<ArticleStatement> Statements, ImmutableArray<ArticleItem> Copies);

internal sealed record ArticlePage(string Version, int Total, ImmutableArray<ArticleItem> Items, string? Next);

internal sealed record TypeItem(string Type, string Label, int Count);

internal sealed record CountryItem(string Code, string Name, int Statements);

internal sealed record RuleItem(string Id, string Standing, string Sentence);

internal sealed record RecordItem(string Version, string Title, int Articles, int Statements, DateOnly? First, DateOnly? Last, bool ReadOnly, bool Names, ImmutableArray<SideEntry> Sides,
    ImmutableArray<TypeItem> Types, ImmutableArray<CountryItem> Countries, string? Main, ImmutableArray<double> Bounds, ImmutableArray<DayCount> Days, ImmutableArray<RuleItem> Rules);

internal sealed record SideEntry(int Number, string Key, string Name, int Places);

internal sealed record DayCount(DateOnly Day, int Statements, int Harm);

internal sealed record CommitmentCounts(int Pending, int Met, int Broken, int Lapsed, int Withdrawn);

internal sealed record Frame(string Version, DateOnly AsOf, DateOnly? Known, DateOnly From, ImmutableArray<ProvinceItem> Provinces, ImmutableArray<ControlItem> Places, ImmutableArray<HappeningItem> Happenings,
    int HappeningsLeftOut, CommitmentCounts Commitments, int Disagreements);

internal sealed record LaneSpan(string Id, string? Holder, int? Side, DateOnly? From, DateOnly By, DateOnly? Until, bool Contested, string Standing, ImmutableArray<string> Entries);

internal sealed record LaneMark(string Id, DateOnly? From, DateOnly To, string Type, string Line, double Harm, string Standing, ImmutableArray<string> Entries);

internal sealed record Lane(string Key, string Name, string? Under, ImmutableArray<LaneSpan> Spans, ImmutableArray<LaneMark> Marks, int MarksLeftOut);

internal sealed record Timeline(string Version, DateOnly AsOf, DateOnly? Known, string By, DateOnly First, DateOnly Last, ImmutableArray<Lane> Lanes, int LanesLeftOut);

internal sealed record Job(string Id, string Name, string State, string? Problem, string? Article, string? Title, int Added, int Found, ImmutableArray<StatementRow> Statements);

internal sealed record Taken(ImmutableArray<Job> Jobs);

internal sealed record Grown(string Version, int Articles, int Statements);

internal sealed record ProblemAnswer(string Title, string Detail, int Status);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RecordItem))]
[JsonSerializable(typeof(Frame))]
[JsonSerializable(typeof(Timeline))]
[JsonSerializable(typeof(Page<HappeningItem>))]
[JsonSerializable(typeof(Page<ControlItem>))]
[JsonSerializable(typeof(Page<CommitmentItem>))]
[JsonSerializable(typeof(Page<MovementItem>))]
[JsonSerializable(typeof(Page<HarmItem>))]
[JsonSerializable(typeof(Page<DisagreementItem>))]
[JsonSerializable(typeof(Page<TallyItem>))]
[JsonSerializable(typeof(Page<ClaimItem>))]
[JsonSerializable(typeof(RowPage))]
[JsonSerializable(typeof(Facets))]
[JsonSerializable(typeof(EvidenceList))]
[JsonSerializable(typeof(StatementDetail))]
[JsonSerializable(typeof(ArticleDetail))]
[JsonSerializable(typeof(ArticlePage))]
[JsonSerializable(typeof(Taken))]
[JsonSerializable(typeof(Job))]
[JsonSerializable(typeof(Grown))]
[JsonSerializable(typeof(ProblemAnswer))]
internal sealed partial class AnswerJson : JsonSerializerContext;
