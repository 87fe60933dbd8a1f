using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OnRecord.Ledger;
using OnRecord.Storage;

namespace OnRecord.Tests.Ledger;

public class PackingTests
{
    [Fact]
    public void A_statement_packs_to_less_and_comes_back_whole()
    {
        var json = StatementJson.Write(Make.Full());
        var packed = Packing.Pack(json);
        packed.Length.ShouldBeLessThan(json.Length * 2 / 3);
        Packing.Unpack(packed).ShouldBe(json);
    }

    [Fact]
    public void The_packing_of_a_form_stays_what_it_was() =>
        Convert.ToHexStringLower(Packing.Pack("""{"type":"capture","trigger":[9,13],"span":[0,24],"agent":[{"name":"é","actor":"taliban","at":[1,2]}]}"""u8))
            .ShouldBe("016361707475726502392c313303302c323404c3a90774616c6962616e06312c325d7d5d7d");

    [Fact]
    public void Any_text_comes_back_as_it_was() => Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
        Packing.UnpackText(Packing.PackText(text.Get)) == Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Get))));

    [Fact]
    public void Damaged_texts_are_told_from_sound_ones()
    {
        var packed = Packing.PackText(new string('x', 500) + "end");
        Packing.UnpackText(packed.AsSpan(0, 3)).ShouldBeNull();
        Packing.UnpackText(packed.AsSpan(0, packed.Length - 2)).ShouldBeNull();
        packed[0]++;
        Packing.UnpackText(packed).ShouldBeNull();
        Packing.UnpackText([0xFF, 0xFF, 0xFF, 0x7F, 1]).ShouldBeNull();
        Packing.UnpackText([0xFF, 0xFF, 0xFF, 0xFF, 1]).ShouldBeNull();
    }
}
