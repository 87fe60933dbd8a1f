using System.Collections.Immutable;
using OnRecord.Language.Articles;
using OnRecord.Language.Mentions;
using OnRecord.Language.Mentions.Places;
using OnRecord.Language.Parses;

namespace OnRecord.Tests.Mentions;

public class MentionFinderTests
{
    private const string Overran = """
        The the DET DT 2 det
        Taliban Taliban PROPN NNP 3 nsubj B-ORG
        overran overrun VERB VBD 0 root
        Kunduz Kunduz PROPN NNP 5 compound B-LOC
        province province NOUN NN 3 obj
        in in ADP IN 7 case
        Afghanistan Afghanistan PROPN NNP 5 nmod B-LOC
        . . PUNCT . 3 punct
        """;

    private const string GroupSaid = """
        The the DET DT 2 det
        group group NOUN NN 3 nsubj
        said say VERB VBD 0 root
        that that SCONJ IN 6 mark
        it it PRON PRP 6 nsubj
        held hold VERB VBD 3 ccomp
        the the DET DT 8 det
        capital capital NOUN NN 6 obj
        of of ADP IN 11 case
        the the DET DT 11 det
        country country NOUN NN 8 nmod
        . . PUNCT . 3 punct
        """;

    private static ArticleMentions Find(params string[] sentences)
    {
        var (article, parses) = HandParse.Article(sentences);
        return new MentionFinder(ActorData.Index, Gazetteer()).Find(article, parses);
    }

    private static Gazetteer? Gazetteer() => OnRecord.Language.Mentions.Places.Gazetteer.Open(Path.Combine(ActorData.Folder, "..", "gazetteer.bin")).Value;

    private static Entity At(ArticleMentions found, int sentence, int head) => found.EntityAt(sentence, head).ShouldNotBeNull($"word {head} of sentence {sentence}");

    [Fact]
    public void A_listed_group_and_a_province_with_its_type_word()
    {
        var found = Find(Overran);
        At(found, 0, 1).ShouldSatisfyAllConditions(e => e.Kind.ShouldBe(EntityKind.Actor), e => e.Actor.ShouldBe("taliban"), e => e.Name.ShouldBe("Taliban"));
        At(found, 0, 4).ShouldSatisfyAllConditions(e => e.Kind.ShouldBe(EntityKind.Place), e => e.Name.ShouldBe("Kunduz"), e => e.Place!.Kind.ShouldBe(PlaceKind.Admin1));
        At(found, 0, 6).ShouldSatisfyAllConditions(e => e.Actor.ShouldBe("AF"), e => e.Place!.Country.ShouldBe("AF"));
        found.Country.ShouldBe("AF");
    }

    [Fact]
    public void A_village_that_no_map_has_is_known_by_name_in_what_holds_it()
    {
        var found = Find("""
            Gunmen gunman NOUN NNS 2 nsubj
            stormed storm VERB VBD 0 root
            Qorvenabad Qorvenabad PROPN NNP 2 obj B-LOC
            , , PUNCT , 5 punct
            Mali Mali PROPN NNP 3 appos B-LOC
            . . PUNCT . 2 punct
            """);
        At(found, 0, 2).ShouldSatisfyAllConditions(e => e.Kind.ShouldBe(EntityKind.Place), e => e.Name.ShouldBe("Qorvenabad"), e => e.Place!.Country.ShouldBe("ML"),
            e => e.Place!.Approximate.ShouldBeTrue(), e => e.Place!.Geonames.ShouldBeNull());
    }

    [Fact]
    public void A_month_is_no_place_and_a_tribe_is_none_either()
    {
        var found = Find("""
            The the DET DT 3 det
            Zarqavi Zarqavi PROPN NNP 3 compound B-LOC
            tribe tribe NOUN NN 4 nsubj
            fought fight VERB VBD 0 root
            in in ADP IN 6 case
            August August PROPN NNP 4 obl
            . . PUNCT . 4 punct
            """);
        found.Entities.ShouldNotContain(e => e.Kind == EntityKind.Place);
    }

    [Fact]
    public void The_group_it_and_the_country_look_back()
    {
        var found = Find(Overran, GroupSaid);
        At(found, 1, 1).Actor.ShouldBe("taliban");
        At(found, 1, 4).Actor.ShouldBe("taliban");
        At(found, 1, 10).Actor.ShouldBe("AF");
        found.MentionAt(1, 1)!.Form.ShouldBe(MentionForm.Nominal);
        found.MentionAt(1, 4)!.Form.ShouldBe(MentionForm.Pronoun);
    }

    [Fact]
    public void The_group_without_an_antecedent_stays_open()
    {
        var found = Find(GroupSaid);
        At(found, 0, 1).ShouldSatisfyAllConditions(e => e.Actor.ShouldBeNull(), e => e.Unresolved.ShouldNotBeNull());
        found.MentionAt(0, 10).ShouldBeNull();
    }

    [Fact]
    public void An_office_before_a_name_is_the_persons_role_and_the_surname_is_the_person()
    {
        var found = Find("""
            Afghan afghan ADJ JJ 2 amod
            army army NOUN NN 3 compound
            spokesman spokesman NOUN NN 6 nsubj
            Omid Omid PROPN NNP 3 flat B-PER
            Testar Testar PROPN NNP 4 flat I-PER
            resigned resign VERB VBD 0 root
            . . PUNCT . 6 punct
            """, """
            Testar Testar PROPN NNP 2 nsubj B-PER
            left leave VERB VBD 0 root
            . . PUNCT . 2 punct
            """);
        var person = At(found, 0, 2);
        person.Kind.ShouldBe(EntityKind.Person);
        person.Name.ShouldBe("Omid Testar");
        person.Role.ShouldBe("Afghan army spokesman");
        person.Actor.ShouldBe("AF/military");
        At(found, 1, 0).ShouldBe(person);
    }

    [Fact]
    public void Country_and_role_compose_and_numbers_and_articles_fall_away()
    {
        var found = Find("""
            Six six NUM CD 3 nummod
            Somali somali ADJ JJ 3 amod
            policemen policeman NOUN NNS 4 nsubj
            fled flee VERB VBD 0 root
            . . PUNCT . 4 punct
            """);
        At(found, 0, 2).ShouldSatisfyAllConditions(e => e.Name.ShouldBe("Somali policemen"), e => e.Actor.ShouldBe("SO/police"), e => e.Kind.ShouldBe(EntityKind.Actor));
    }

    [Fact]
    public void A_counting_noun_names_what_it_counts()
    {
        var (_, parses) = HandParse.Article("""
            Dozens dozen NOUN NNS 4 nsubj
            of of ADP IN 3 case
            gunmen gunman NOUN NNS 1 nmod
            fled flee VERB VBD 0 root
            . . PUNCT . 4 punct
            """);
        NounPhrase.Text(new Tree(parses[0]), 0).ShouldBe("gunmen");
    }

    [Fact]
    public void A_capital_that_denies_is_its_government_and_one_that_falls_is_a_town()
    {
        string Sentence(string verb, string lemma) => $"""
            Kabul Kabul PROPN NNP 2 nsubj B-LOC
            {verb} {lemma} VERB VBD 0 root
            everything everything PRON NN 2 obj
            . . PUNCT . 2 punct
            """;
        At(Find(Sentence("denied", "deny")), 0, 0).ShouldSatisfyAllConditions(e => e.Kind.ShouldBe(EntityKind.Actor), e => e.Actor.ShouldBe("AF/government"));
        At(Find(Sentence("lost", "lose")), 0, 0).ShouldSatisfyAllConditions(e => e.Kind.ShouldBe(EntityKind.Place), e => e.Place!.Name.ShouldBe("Kabul"));
    }

    [Fact]
    public void An_abbreviation_in_brackets_is_the_same_body()
    {
        var found = Find("""
            The the DET DT 4 det
            Red red PROPN NNP 4 compound B-ORG
            River River PROPN NNP 4 compound I-ORG
            Front Front PROPN NNP 8 nsubj I-ORG
            ( ( PUNCT -LRB- 6 punct
            RRF RRF PROPN NNP 4 appos B-ORG
            ) ) PUNCT -RRB- 6 punct
            surrendered surrender VERB VBD 0 root
            . . PUNCT . 8 punct
            """, """
            RRF RRF PROPN NNP 2 compound B-ORG
            fighters fighter NOUN NNS 3 nsubj
            left leave VERB VBD 0 root
            . . PUNCT . 3 punct
            """);
        At(found, 0, 3).Name.ShouldBe("Red River Front");
        At(found, 0, 5).ShouldBe(At(found, 0, 3));
        At(found, 1, 0).ShouldBe(At(found, 0, 3));
    }

    [Fact]
    public void An_outlet_is_an_outlet_and_a_lower_case_word_is_no_abbreviation()
    {
        var found = Find("""
            A a DET DT 2 det
            car car NOUN NN 3 nsubj
            hit hit VERB VBD 0 root
            Reuters Reuters PROPN NNP 3 obj B-ORG
            . . PUNCT . 3 punct
            """);
        At(found, 0, 3).ShouldSatisfyAllConditions(e => e.Kind.ShouldBe(EntityKind.Outlet), e => e.Actor.ShouldBe("reuters"));
        found.MentionAt(0, 1).ShouldBeNull();
    }

    [Fact]
    public void Broken_parses_are_read_as_far_as_they_go()
    {
        var (article, parses) = HandParse.Article(Overran, GroupSaid);
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var broken = parses.Select(p => p with
            {
                Words = [.. p.Words.Select(w => w with { Head = random.Next(-2, p.Words.Length + 2), Upos = (Upos)random.Next(17), Relation = round % 2 == 0 ? "nmod" : "appos" })],
                Names = [new Name(random.Next(-1, 3), random.Next(0, 20), (NameKind)random.Next(4))],
            }).ToImmutableArray();
            var found = new MentionFinder(ActorData.Index, null).Find(article, broken);
            foreach (var m in found.Mentions)
            {
                m.Entity.ShouldBeInRange(0, found.Entities.Length - 1);
                m.Start.ShouldBeLessThan(m.End);
                m.Span.End.ShouldBeLessThanOrEqualTo(article.Text.Length);
            }
        }
    }

    [Fact]
    public void Finds_nothing_in_nothing()
    {
        var article = new Article { Id = "empty", Text = "", Blocks = [] };
        var found = new MentionFinder(ActorData.Index, null).Find(article, []);
        found.Mentions.ShouldBeEmpty();
        found.Entities.ShouldBeEmpty();
    }

    [Fact]
    public void Entities_stand_at_their_index_and_mentions_in_text_order()
    {
        var found = Find(Overran, GroupSaid);
        for (var i = 0; i < found.Entities.Length; i++) found.Entities[i].Index.ShouldBe(i);
        found.Mentions.Select(m => (m.Sentence, m.Start)).ShouldBe(found.Mentions.Select(m => (m.Sentence, m.Start)).OrderBy(x => x));
    }

    [Fact]
    public void A_commanders_men_are_his_group()
    {
        var found = Find("""
            A a DET DT 3 det
            Taliban Taliban PROPN NNP 3 compound B-ORG
            commander commander NOUN NN 4 nsubj
            said say VERB VBD 0 root
            his his PRON PRP$ 6 nmod:poss
            men man NOUN NNS 7 nsubj
            held hold VERB VBD 4 ccomp
            Kunduz Kunduz PROPN NNP 7 obj B-LOC
            . . PUNCT . 4 punct
            """);
        At(found, 0, 5).Actor.ShouldBe("taliban");
    }

    [Fact]
    public void The_gunmen_are_those_named_more_fully_before()
    {
        var found = Find("""
            Gunmen gunman NOUN NNS 4 nsubj
            on on ADP IN 3 case
            motorcycles motorcycle NOUN NNS 1 nmod
            attacked attack VERB VBD 0 root
            Mopti Mopti PROPN NNP 4 obj B-LOC
            . . PUNCT . 4 punct
            """, """
            The the DET DT 2 det
            gunmen gunman NOUN NNS 3 nsubj
            fled flee VERB VBD 0 root
            . . PUNCT . 3 punct
            """);
        At(found, 1, 1).Name.ShouldBe("gunmen on motorcycles");
        found.MentionAt(1, 1)!.Entity.ShouldBe(found.MentionAt(0, 0)!.Entity);
    }

    [Fact]
    public void The_former_and_the_latter_are_the_two_last_joined()
    {
        const string sent = """
            Kenya Kenya PROPN NNP 4 nsubj B-LOC
            and and CCONJ CC 3 cc
            Rwanda Rwanda PROPN NNP 1 conj B-LOC
            promised promise VERB VBD 0 root
            troops troops NOUN NNS 4 obj
            . . PUNCT . 4 punct
            """;
        string Later(string word) => $"""
            The the DET DT 2 det
            {word} {word} ADJ JJ 3 nsubj
            withdrew withdraw VERB VBD 0 root
            . . PUNCT . 3 punct
            """;
        At(Find(sent, Later("former")), 1, 1).Actor.ShouldBe("KE");
        At(Find(sent, Later("latter")), 1, 1).Actor.ShouldBe("RW");
        Find(Later("former")).MentionAt(0, 1).ShouldBeNull();
    }

    [Theory]
    [InlineData("trained", "train", EntityKind.Actor)]
    [InlineData("hosted", "host", EntityKind.Place)]
    public void A_capital_acts_where_towns_do_not(string form, string lemma, EntityKind kind)
    {
        var found = Find($"""
            Ankara Ankara PROPN NNP 2 nsubj B-LOC
            {form} {lemma} VERB VBD 0 root
            militias militia NOUN NNS 2 obj
            . . PUNCT . 2 punct
            """);
        At(found, 0, 0).Kind.ShouldBe(kind);
    }

    [Fact]
    public void A_noun_before_a_name_is_the_name()
    {
        var found = Find("""
            The the DET DT 3 det
            rebel rebel NOUN NN 3 compound
            group group NOUN NN 6 nsubj
            Northern Northern PROPN NNP 5 compound B-ORG
            Shield Shield PROPN NNP 3 appos I-ORG
            fought fight VERB VBD 0 root
            . . PUNCT . 6 punct
            """);
        At(found, 0, 2).Name.ShouldBe("Northern Shield");
    }
}
