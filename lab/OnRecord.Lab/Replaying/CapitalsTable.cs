using System.Globalization;

namespace OnRecord.Lab.Replaying;

/// <summary>A provincial capital of Afghanistan, its province as GeoNames calls it, and the day on which it fell in August 2021.</summary>
internal sealed record Capital(string Name, string Province, DateOnly Day);

/// <summary>Public history that the replay is held against.</summary>
internal static class CapitalsTable
{
    private const string Rows =
        "Zaranj,Nimroz,6|Sheberghan,Jawzjan,7|Kunduz,Kunduz,8|Sar-e Pol,Sar-e Pol,8|Taloqan,Takhar,8|Aybak,Samangan,9|Farah,Farah,10|Pul-e Khumri,Baghlan,10|Faizabad,Badakhshan,11|" +
        "Ghazni,Ghazni,12|Herat,Herat,12|Qala-e-Naw,Badghis,12|Kandahar,Kandahar,12|Lashkar Gah,Helmand,13|Chaghcharan,Ghor,13|Pul-e Alam,Logar,13|Qalat,Zabul,13|Tarinkot,Uruzgan,13|" +
        "Gardez,Paktia,14|Sharana,Paktika,14|Asadabad,Kunar,14|Maymana,Faryab,14|Mihtarlam,Laghman,14|Nili,Daykundi,14|Mazar-i-Sharif,Balkh,14|Jalalabad,Nangarhar,15|Kabul,Kabul,15";

    /// <summary>The day as of which they are looked at.</summary>
    public static readonly DateOnly AsOf = new(2021, 8, 16);

    /// <summary>The capitals in order of their fall.</summary>
    public static IReadOnlyList<Capital> All { get; } = [.. Rows.Split('|').Select(row => row.Split(','))
        .Select(cells => new Capital(cells[0], cells[1], new DateOnly(2021, 8, int.Parse(cells[2], CultureInfo.InvariantCulture))))];
}
