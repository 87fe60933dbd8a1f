using OnRecord.Statements;
using static OnRecord.Tests.Pictures.Scene;

namespace OnRecord.Tests.Pictures;

/// <summary>The days from 6 to 16 August 2021 in Afghanistan, told in reports made up for the tests; the events are public history, outlets' words are not.</summary>
internal static class August
{
    private const string Taliban = "Taliban=taliban";

    public static Scene Told()
    {
        var scene = new Scene();
        scene.Report("Gazette", 7, "Zaranj fell to the Taliban on Friday. A police official admitted that the Taliban took Zaranj.")
            .Says("capture", "fell", Taliban, place: Zaranj, time: (6, 6))
            .Says("capture", "took", Taliban, place: Zaranj, sources: "police official=AF/police", stance: Stance.Confirmed);
        scene.Report("Herald", 8, "The Taliban seized Kunduz on Sunday. At least 14 civilians were killed in Kunduz, a doctor said.")
            .Says("capture", "seized", Taliban, place: Kunduz, time: (8, 8))
            .Says("kill", "killed", patient: "civilians", place: Kunduz, count: (14, null, "civilians"), sources: "doctor");
        scene.Report("Courier", 9, "Kunduz is now held by the Taliban. The regional hospital counted 9 civilians killed in Kunduz by Sunday.")
            .Says("hold", "held", Taliban, place: Kunduz)
            .Says("kill", "killed", patient: "civilians", place: Kunduz, time: (null, 8), count: (9, 9, "civilians"), sources: "Kunduz Regional Hospital");
        scene.Report("Dispatch", 12, "A Taliban spokesman said the group captured Herat on Thursday.")
            .Says("capture", "captured", Taliban, place: Herat, time: (12, 12), sources: "Taliban spokesman=taliban", stance: Stance.Claimed);
        scene.Report("Courier", 13, "The Taliban said that they want to take all of Afghanistan within seven days. They promised not to attack foreign missions. The United States will send 3,000 troops to Kabul by Sunday. " +
                "The United States said it would not close its mission in Kabul. The Taliban now have over a dozen provincial seats in Afghanistan.")
            .Says("capture", "take", Taliban, place: Afghanistan, mode: Mode.Aim, deadline: 20, sources: Taliban)
            .Says("attack", "attack", Taliban, "foreign missions", Afghanistan, mode: Mode.Pledge, positive: false, sources: Taliban)
            .Says("deploy", "send", "United States=US", "troops", Kabul, mode: Mode.Planned, deadline: 15, count: (3000, 3000, "troops"))
            .Says("mission", "close", "United States=US", place: Kabul, mode: Mode.Pledge, positive: false, sources: "United States=US")
            .Says("capture", "taken", Taliban, place: Afghanistan, count: (13, null, "provincial capitals"));
        scene.Report("Herald", 16, "The Taliban entered Kabul and took it on Sunday. The United States evacuated its mission in Kabul on Sunday.")
            .Says("capture", "took", Taliban, place: Kabul, time: (15, 15))
            .Says("evacuate", "evacuated", "United States=US", "mission", Kabul, time: (15, 15));
        scene.Report("Gazette", 16, "Kabul is in the hands of the Taliban.")
            .Says("hold", "in the hands", Taliban, place: Kabul);
        return scene;
    }
}
