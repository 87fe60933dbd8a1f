using OnRecord.Language.Mentions;
using OnRecord.Language.Mentions.Places;

namespace OnRecord.Tests.Mentions;

/// <summary>What names name: places told from what is built there, weapons and vehicles, peoples.</summary>
public class NameSorterTests
{
    private static readonly Gazetteer? Map = Gazetteer.Open(Path.Combine(ActorData.Folder, "..", "gazetteer.bin")).Value;

    private static List<(string Text, NameSort Sort)> Names(string sentence)
    {
        var (article, parses) = HandParse.Article(sentence);
        return [.. new MentionFinder(ActorData.Index, Map).Find(article, parses).Names.Select(n => (n.Span.Of(article.Text), n.Sort))];
    }

    [Fact]
    public void An_airport_is_no_town_and_a_prison_has_its_own_name()
    {
        Names("""
            Shells shell NOUN NNS 2 nsubj
            hit hit VERB VBD 0 root
            Kabul Kabul PROPN NNP 5 compound B-LOC
            international international ADJ JJ 5 amod
            airport airport NOUN NN 2 obj
            and and CCONJ CC 8 cc
            Evin Evin PROPN NNP 8 compound B-LOC
            Prison Prison PROPN NNP 5 conj I-LOC
            near near ADP IN 10 case
            Tehran Tehran PROPN NNP 8 nmod B-LOC
            . . PUNCT . 2 punct
            """).ShouldBe([("Kabul international airport", NameSort.Facility), ("Evin Prison", NameSort.Facility), ("Tehran", NameSort.GeopoliticalEntity)]);
    }

    [Fact]
    public void A_university_is_a_body_before_it_is_a_building() =>
        Names("""
            Kabul Kabul PROPN NNP 2 compound B-ORG
            University University PROPN NNP 3 nsubj I-ORG
            reopened reopen VERB VBD 0 root
            . . PUNCT . 3 punct
            """).ShouldAllBe(n => n.Sort != NameSort.Facility);

    [Fact]
    public void Types_of_tanks_and_drones_are_weapons()
    {
        Names("""
            Three three NUM CD 3 nummod
            T-72 T-72 PROPN NNP 3 compound B-ORG
            tanks tank NOUN NNS 4 nsubj
            fired fire VERB VBD 0 root
            at at ADP IN 8 case
            Bayraktar Bayraktar PROPN NNP 7 compound
            TB2 TB2 PROPN NNP 8 compound
            drones drone NOUN NNS 4 obl
            and and CCONJ CC 11 cc
            Grad Grad PROPN NNP 11 compound
            rockets rocket NOUN NNS 8 conj
            . . PUNCT . 4 punct
            """).ShouldBe([("T-72", NameSort.WeaponOrVehicle), ("Bayraktar TB2", NameSort.WeaponOrVehicle), ("Grad", NameSort.WeaponOrVehicle)]);
    }

    [Fact]
    public void Roads_and_groups_with_numbers_are_no_weapons()
    {
        Names("""
            M23 M23 PROPN NNP 2 compound
            rebels rebel NOUN NNS 3 nsubj
            cut cut VERB VBD 0 root
            the the DET DT 6 det
            A-50 A-50 PROPN NNP 6 compound
            highway highway NOUN NN 3 obj
            . . PUNCT . 3 punct
            """).ShouldAllBe(n => n.Sort != NameSort.WeaponOrVehicle);
    }

    [Fact]
    public void Ships_go_by_their_own_names()
    {
        Names("""
            HMS HMS PROPN NNP 2 compound B-ORG
            Bulwark Bulwark PROPN NNP 3 nsubj I-ORG
            followed follow VERB VBD 0 root
            the the DET DT 6 det
            cruiser cruiser NOUN NN 6 compound
            Moskva Moskva PROPN NNP 3 obj B-LOC
            . . PUNCT . 3 punct
            """).ShouldBe([("HMS Bulwark", NameSort.WeaponOrVehicle), ("Moskva", NameSort.WeaponOrVehicle)]);
    }

    [Fact]
    public void Nations_and_peoples_are_told_from_countries()
    {
        Names("""
            Syrian Syrian ADJ JJ 2 amod
            troops troops NOUN NNS 3 nsubj
            fought fight VERB VBD 0 root
            Hazara Hazara ADJ JJ 5 amod
            villagers villager NOUN NNS 3 obj
            in in ADP IN 7 case
            Syria Syria PROPN NNP 3 obl B-LOC
            . . PUNCT . 3 punct
            """).ShouldBe([("Syrian", NameSort.Nationality), ("Hazara", NameSort.Nationality), ("Syria", NameSort.GeopoliticalEntity)]);
    }
}
