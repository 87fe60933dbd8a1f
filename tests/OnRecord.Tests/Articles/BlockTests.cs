using OnRecord.Language.Articles;

namespace OnRecord.Tests.Articles;

public sealed class BlockTests
{
    private const string Long = "Government troops pulled out of the district centre before dawn, and by noon the market had opened again under new guards.";

    private static Article Read(string text, string? title = null, string? dateline = null) =>
        ArticleReader.FromInput(new ArticleInput { Text = text, Title = title, Dateline = dateline }).Value!;

    private static string[] Shown(Article article) => [.. article.Blocks.Select(b => $"{b.Kind}: {b.Span.Of(article.Text)}")];

    [Theory]
    [InlineData("KABUL, Aug 13 (Reuters) - Troops left.", "KABUL, Aug 13 (Reuters) -", "KABUL", "Reuters")]
    [InlineData("KABUL, Afghanistan (AP) — Troops left.", "KABUL, Afghanistan (AP) —", "KABUL, Afghanistan", "AP")]
    [InlineData("KABUL, Afghanistan (Jan. 5) – Troops left.", "KABUL, Afghanistan (Jan. 5) –", "KABUL, Afghanistan", null)]
    [InlineData("DAMASCUS, Syria, Jan. 5, 2020 (Xinhua) -- Troops left.", "DAMASCUS, Syria, Jan. 5, 2020 (Xinhua) --", "DAMASCUS, Syria", "Xinhua")]
    [InlineData("Kabul (Afghanistan) | Herald News Desk: Troops left.", "Kabul (Afghanistan) | Herald News Desk:", "Kabul (Afghanistan)", null)]
    [InlineData("GAZA CITY: Troops left.", "GAZA CITY:", "GAZA CITY", null)]
    [InlineData("BEIRUT/AMMAN — Troops left.", "BEIRUT/AMMAN —", "BEIRUT/AMMAN", null)]
    [InlineData("BEIRUT/AMMAN (Reuters) - Troops left.", "BEIRUT/AMMAN (Reuters) -", "BEIRUT/AMMAN", "Reuters")]
    [InlineData("(CNN) — Troops left.", "(CNN) —", null, "CNN")]
    [InlineData("(CNN)Troops left.", "(CNN)", null, "CNN")]
    [InlineData("London (CNN) Troops left.", null, null, null)]
    [InlineData("Moscow, 3 March. /TASS/. Troops left.", "Moscow, 3 March. /TASS/.", "Moscow", "TASS")]
    [InlineData("MOSCOW, March 3. /TASS/. Troops left.", "MOSCOW, March 3. /TASS/.", "MOSCOW", "TASS")]
    [InlineData("NAIROBI, Kenya — Troops left.", "NAIROBI, Kenya —", "NAIROBI, Kenya", null)]
    [InlineData("Kabul [Afghanistan], August 13 (ANI): Troops left.", "Kabul [Afghanistan], August 13 (ANI):", "Kabul [Afghanistan]", "ANI")]
    [InlineData("Geneva, 13 August 2021 – Troops left.", "Geneva, 13 August 2021 –", "Geneva", null)]
    [InlineData("N'DJAMENA (AFP) - Troops left.", "N'DJAMENA (AFP) -", "N'DJAMENA", "AFP")]
    [InlineData("UNITED NATIONS (AP) — “Troops left.”", "UNITED NATIONS (AP) —", "UNITED NATIONS", "AP")]
    [InlineData("WASHINGTON — Troops left.", "WASHINGTON —", "WASHINGTON", null)]
    [InlineData("Geneva, 13 August 2021. Troops left.", "Geneva, 13 August 2021.", "Geneva", null)]
    [InlineData("Kursk region, August 13. Troops left.", "Kursk region, August 13.", "Kursk", null)]
    [InlineData("Update, 13 August. Troops left.", null, null, null)]
    [InlineData("NATO — Troops left.", null, null, null)]
    [InlineData("NATO - which has left - denies it.", null, null, null)]
    [InlineData("WATCH: Troops leave.", null, null, null)]
    [InlineData("Kabul: Troops left.", null, null, null)]
    [InlineData("Troops (AP) left the town.", null, null, null)]
    [InlineData("On Monday (local time) – Troops left.", null, null, null)]
    [InlineData("Kabul, the capital (and largest city) – and its suburbs – are calm.", null, null, null)]
    public void ADatelineIsSetOffWhereItIsClear(string paragraph, string? dateline, string? place, string? agency)
    {
        var article = Read(paragraph);
        (article.Dateline, article.Agency).ShouldBe((place, agency));
        if (dateline is null)
        {
            Shown(article).ShouldBe([$"Paragraph: {paragraph}"]);
            return;
        }
        Shown(article).ShouldBe([$"Dateline: {dateline}", $"Paragraph: {paragraph[dateline.Length..].Trim()}"]);
    }

    [Fact]
    public void AKnownDatelineIsFoundWithoutAnAgency() =>
        Shown(Read("Kabul: Troops left.", dateline: "Kabul")).ShouldBe(["Dateline: Kabul:", "Paragraph: Troops left."]);

    [Theory]
    [InlineData("Herat, Afghanistan, 12 August 2021 - Troops left.", "2021-08-12")]
    [InlineData("HERAT, Afghanistan, Aug. 12, 2021 (Reuters) — Troops left.", "2021-08-12")]
    [InlineData("HERAT, Afghanistan, Aug 12 (Reuters) — Troops left.", null)]
    [InlineData("HERAT — Troops left on 12 August 2021 - at last.", null)]
    public void ADatelineWithItsYearDatesTheArticle(string text, string? day) => Read(text).Published.ShouldBe(day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void ADatelineStandsOnlyNearTheHead() =>
        Shown(Read(string.Join("\n\n", Long, Long, Long, "ROME (AP) — Talks went on."))).Last().ShouldBe("Paragraph: ROME (AP) — Talks went on.");

    [Fact]
    public void TheTitleBylineDatePlateAndCaptionsAreNoParagraphs()
    {
        var article = Read($"Troops leave the district\n\nBy A Reporter and Another Reporter\n\nThursday, January 24, 2019\n\nFILE PHOTO: A soldier at the gate. (AP Photo)\n\n{Long}\n\nWhat happens next\n\n{Long}\n\nPosted By: Web Team", "Troops leave the district");
        article.Blocks.Select(b => b.Kind).ShouldBe([BlockKind.Title, BlockKind.Byline, BlockKind.Dateplate, BlockKind.Caption, BlockKind.Paragraph, BlockKind.Subhead, BlockKind.Paragraph, BlockKind.Credit]);
        article.Byline.ShouldBe("A Reporter and Another Reporter");
        article.Published.ShouldBe(new DateOnly(2019, 1, 24));
    }

    [Fact]
    public void AHeadlineIsKnownByTheParagraphsBelowIt()
    {
        var article = Read($"Troops leave the district centre\n{Long}\n{Long}\n");
        article.Title.ShouldBe("Troops leave the district centre");
        article.Blocks.Select(b => b.Kind).ShouldBe([BlockKind.Title, BlockKind.Paragraph, BlockKind.Paragraph]);
    }

    [Theory]
    [InlineData("By midnight the town was quiet.")]
    [InlineData("By Friday Troops Were Gone")]
    [InlineData("By the river")]
    public void NotEveryByIsAByline(string line) => Read(line).Blocks.ShouldAllBe(b => b.Kind != BlockKind.Byline);

    [Theory]
    [InlineData("Reporting by two reporters in Kabul; Editing by a desk", BlockKind.Credit)]
    [InlineData("(With reporting from Reuters)", BlockKind.Credit)]
    [InlineData("With inputs from ANI", BlockKind.Credit)]
    [InlineData("(AP)", BlockKind.Credit)]
    [InlineData("© AFP", BlockKind.Credit)]
    [InlineData("Source: Reuters", BlockKind.Credit)]
    [InlineData("Herald News Desk", BlockKind.Byline)]
    [InlineData("Image source, Getty Images", BlockKind.Caption)]
    [InlineData("Photo: a burnt car", BlockKind.Caption)]
    [InlineData("Last updated: 13 August 2021 at 10:30 GMT", BlockKind.Dateplate)]
    [InlineData("2021-08-13", BlockKind.Dateplate)]
    [InlineData("Editing by force what others wrote is wrong, the editor said.", BlockKind.Paragraph)]
    [InlineData("Photographs of the site show two craters.", BlockKind.Paragraph)]
    [InlineData("May 12 was quiet.", BlockKind.Paragraph)]
    public void LinesAreKnownByTheirWords(string line, BlockKind kind)
    {
        var article = Read($"{Long}\n\n{line}");
        article.Blocks.Length.ShouldBe(2);
        (article.Blocks[1].Kind, article.Blocks[1].Span.Of(article.Text)).ShouldBe((kind, line));
    }

    [Theory]
    [InlineData("The town fell. (Reuters)", "(Reuters)", "Reuters", "Reuters")]
    [InlineData("He said \"it fell.\" (Al Jazeera) (BBC News)", "(Al Jazeera) (BBC News)", null, "Al Jazeera")]
    [InlineData("The town fell. (AFP via The Star)", "(AFP via The Star)", "AFP via The Star", "AFP")]
    [InlineData("The town fell. (France 24)", "(France 24)", "France 24", null)]
    public void ASourceInBracketsAtTheEndIsACredit(string text, string credit, string? outlet, string? agency)
    {
        var article = Read(text);
        Shown(article).ShouldBe([$"Paragraph: {text[..^(credit.Length + 1)]}", $"Credit: {credit}"]);
        (article.Outlet, article.Agency).ShouldBe((outlet, agency));
    }

    [Theory]
    [InlineData("It was held by the People's Front (TPLF)")]
    [InlineData("The town fell. (It had held for days.)")]
    public void OtherBracketsStayInTheParagraph(string text) => Shown(Read(text)).ShouldBe([$"Paragraph: {text}"]);

    [Fact]
    public void ItemsAndHeadingsLoseTheirMarks() =>
        Shown(Read($"# Troops leave\n\n{Long}\n\n- one gate\n* two gates\n1. first gate\n\n---\n\n## The market ##\n\n{Long}"))
            .ShouldBe(["Title: Troops leave", $"Paragraph: {Long}", "ListItem: one gate", "ListItem: two gates", "ListItem: first gate", "Subhead: The market", $"Paragraph: {Long}"]);

    [Fact]
    public void HardWrappedLinesAreOneParagraph()
    {
        const string wrapped = """
            Government troops pulled out of the district centre before dawn and
            by noon the market had opened again under new guards. People who had
            left for the hills came back.

            Shopkeepers said that they had been told to pay no more taxes to the
            old office.
            """;
        Read(wrapped).Blocks.Select(b => (b.Kind, b.Span.Length)).ShouldBe([(BlockKind.Paragraph, wrapped.IndexOf("\n\n", StringComparison.Ordinal)), (BlockKind.Paragraph, 80)]);
    }

    [Fact]
    public void LinesThatEndTheirSentencesStayApart() =>
        Read("Troops left the town on Monday and went north towards the hills.\nThe market opened again at noon and stayed open until dark.\nNobody was hurt.").Blocks.Length.ShouldBe(3);
}
