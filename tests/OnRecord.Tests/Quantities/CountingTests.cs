using System.Collections.Immutable;
using OnRecord.Language.Mentions.Quantities;
using OnRecord.Language.Parses;

namespace OnRecord.Tests.Quantities;

/// <summary>What a number counts, by the tree.</summary>
public sealed class CountingTests
{
    private static string Show(Parse parse) => string.Join(" | ", QuantityFinder.Find([parse]).Select(q =>
        $"{parse.Words[q.Head].Form} of {(q.Counted < 0 ? "-" : parse.Words[q.Counted].Form)} ({q.Unit})"));

    [Theory]
    [InlineData("They/PRP/2:nsubj killed/VBD/0:root 12/CD/4:nummod soldiers/NNS/2:obj ./.", "12 of soldiers (soldiers)")]
    [InlineData("They/PRP/2:nsubj killed/VBD/0:root 12/CD/5:nummod police/NN/5:compound officers/NNS/2:obj ./.", "12 of officers (police officers)")]
    [InlineData("They/PRP/2:nsubj killed/VBD/0:root 12/CD/4:nummod police/NN/5:compound officers/NNS/2:obj ./.", "12 of officers (police officers)")]
    [InlineData("Dozens/NNS/4:nsubj of/IN/3:case civilians/NNS/1:nmod fled/VBD/0:root ./.", "Dozens of civilians (civilians)")]
    [InlineData("Tens/NNS/6:nsubj of/IN/3:case thousands/NNS/1:nmod of/IN/5:case people/NNS/3:nmod fled/VBD/0:root ./.", "Tens of people (people)")]
    [InlineData("12/CD/5:nsubj of/IN/4:case the/DT/4:det soldiers/NNS/1:nmod fled/VBD/0:root ./.", "12 of soldiers (soldiers)")]
    [InlineData("They/PRP/2:nsubj hold/VBP/0:root two/CD/5:nummod _-/HYPH=PUNCT/5:punct _thirds/NNS/2:obj of/IN/8:case the/DT/8:det country/NN/5:nmod ./.", "thirds of country (share)")]
    [InlineData("It/PRP/2:nsubj exploded/VBD/0:root ,/,/2:punct killing~kill/VBG/2:advcl 12/CD/4:obj ./.", "12 of - ()")]
    [InlineData("Three/CD/2:nummod others~other/NNS/4:nsubj:pass were/VBD=AUX/4:aux:pass wounded~wound/VBN/0:root ./.", "Three of - ()")]
    [InlineData("More/JJR/3:advmod than/IN/1:fixed 60/CD/5:nummod Afghan/JJ/5:amod civilians/NNS/6:nsubj fled/VBD/0:root ./.", "60 of civilians (civilians)")]
    [InlineData("One/CD/4:nsubj:pass was/VBD=AUX/4:aux:pass also/RB/4:advmod freed/VBN/0:root ./.", "One of - ()")]
    [InlineData("Aid/NN/6:nsubj for/IN/3:case children~child/NNS/1:nmod under/IN/5:case five/CD/3:nmod stopped/VBD/0:root ./.", "")]
    [InlineData("The/DT/2:det Resolution/NNP/4:nsubj 1325/CD/2:nummod passed/VBD/0:root ./.", "")]
    [InlineData("The/DT/2:det farmer/NN/6:nsubj ,/,/4:punct 25/CD/2:appos ,/,/4:punct fled/VBD/0:root ./.", "")]
    [InlineData("It/PRP/2:nsubj took~take/VBD/0:root over/RP/2:compound:prt 12/CD/5:nummod towns/NNS/2:obj ./.", "12 of towns (towns)")]
    [InlineData("It/PRP/2:nsubj lasted/VBD/0:root two/CD/4:nummod days/NNS/2:obj ./.", "")]
    [InlineData("On/IN/3:case 13/CD/3:nummod August/NNP/5:obl 20/CD/5:nsubj died/VBD/0:root ./.", "20 of - ()")]
    [InlineData("A/DT/2:det force/NN/6:nsubj of/IN/5:case 300/CD/5:nummod men~man/NNS/2:nmod came/VBD/0:root ./.", "300 of men (men)")]
    public void A_number_counts_a_noun(string sentence, string expected) => Show(ParseText.Of(sentence)).ShouldBe(expected, sentence);

    [Fact]
    public void A_particle_is_no_hedge()
    {
        var quantity = QuantityFinder.Find([ParseText.Of("It/PRP/2:nsubj took~take/VBD/0:root over/RP/2:compound:prt 12/CD/5:nummod towns/NNS/2:obj ./.")]).ShouldHaveSingleItem();
        (quantity.Low, quantity.High).ShouldBe((12, 12));
    }

    [Fact]
    public void A_sentence_keeps_its_index() =>
        QuantityFinder.Find(ImmutableArray.Create(ParseText.Of("No/DT/0:root"), ParseText.Of("12/CD/2:nummod men~man/NNS/0:root"))).ShouldHaveSingleItem().Sentence.ShouldBe(1);
}
