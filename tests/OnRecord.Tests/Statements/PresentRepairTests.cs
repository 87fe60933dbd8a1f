namespace OnRecord.Tests.Statements;

/// <summary>Verbs in the present that the parser took for nouns.</summary>
public sealed class PresentRepairTests
{
    [Theory]
    // "Police arrest 45 students in Oran."
    [InlineData("Police~police/NNS/2:compound arrest/NN/0:root 45/CD/4:nummod students~student/NNS/2:obj in/IN/6:case Oran/NNP/4:nmod", "Police", "arrest", "nsubj")]
    [InlineData("Police~police/NNS/2:compound arrest/NN/0:root 45/CD/4:nummod students~student/NNS/2:obj in/IN/6:case Oran/NNP/4:nmod", "students", "arrest", "obj")]
    // "Gunmen attack villages, killing nine": tagged rightly and hung wrongly.
    [InlineData("Gunmen~gunman/NNS/2:compound attack/VBP/0:root villages~village/NNS/2:obj _,/,/5:punct killing~kill/VBG/2:advcl nine/CD/5:obj", "Gunmen", "attack", "nsubj")]
    // "Separatists free four monitors."
    [InlineData("Separatists~separatist/NNS/0:root free/JJ/1:amod four/CD/4:nummod monitors~monitor/NNS/1:nmod:unmarked", "free", "", "root")]
    // "Soldiers kill three men and arrest dozens."
    [InlineData("Soldiers~soldier/NNS/2:nsubj kill/VBP/0:root three/CD/4:nummod men~man/NNS/2:obj and/CC/6:cc arrest/NN/4:conj dozens~dozen/NNS/6:nmod", "dozens", "arrest", "obj")]
    [InlineData("Soldiers~soldier/NNS/2:nsubj kill/VBP/0:root three/CD/4:nummod men~man/NNS/2:obj and/CC/6:cc arrest/NN/4:conj dozens~dozen/NNS/6:nmod", "arrest", "kill", "conj")]
    // "Fighters advance on Bria."
    [InlineData("Fighters~fighter/NNS/2:compound advance/NN/0:root on/IN/4:case Bria/NNP/2:nmod", "Fighters", "advance", "nsubj")]
    // "Bomb explodes in Oran."
    [InlineData("Bomb~bomb/NN/0:root explodes~explode/NNS/1:obj in/IN/4:case Oran/NNP/2:nmod", "Bomb", "explodes", "nsubj")]
    // "Police arrest records were lost": no verb.
    [InlineData("Police~police/NNS/2:compound arrest/NN/3:compound records~record/NNS/5:nsubj:pass were~be/VBD=AUX/5:aux:pass lost~lose/VBN/0:root", "arrest", "records", "compound")]
    // "Drone strikes in the north": no verb.
    [InlineData("Drone~drone/NN/2:compound strikes~strike/NNS/0:root in/IN/5:case the/DT/5:det north/NN/2:nmod", "Drone", "strikes", "compound")]
    // "fire tear gas on students": it is not torn.
    [InlineData("Police~police/NNS/2:compound fire/NN/3:compound tear/VBP/0:root gas/NN/3:obj on/IN/6:case students~student/NNS/4:nmod", "gas", "fire", "obj")]
    [InlineData("Police~police/NNS/2:compound fire/NN/3:compound tear/VBP/0:root gas/NN/3:obj on/IN/6:case students~student/NNS/4:nmod", "students", "fire", "obl")]
    public void The_verb_is_found(string sentence, string word, string head, string relation) => Trees.Hangs(sentence, word, head, relation);
}
