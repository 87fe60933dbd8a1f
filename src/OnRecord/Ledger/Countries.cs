using System.Collections.Frozen;

namespace OnRecord.Ledger;

/// <summary>Countries and territories by ISO 3166-1 code and usual English name (names after the tz database, public domain).</summary>
public static class Countries
{
    private const string Table =
        "AD Andorra|AE United Arab Emirates|AF Afghanistan|AG Antigua and Barbuda|AI Anguilla|AL Albania|AM Armenia|AO Angola|" +
        "AQ Antarctica|AR Argentina|AS American Samoa|AT Austria|AU Australia|AW Aruba|AX Aland Islands|AZ Azerbaijan|" +
        "BA Bosnia and Herzegovina|BB Barbados|BD Bangladesh|BE Belgium|BF Burkina Faso|BG Bulgaria|BH Bahrain|BI Burundi|" +
        "BJ Benin|BL Saint Barthelemy|BM Bermuda|BN Brunei|BO Bolivia|BQ Caribbean Netherlands|BR Brazil|BS Bahamas|BT Bhutan|" +
        "BV Bouvet Island|BW Botswana|BY Belarus|BZ Belize|CA Canada|CC Cocos Islands|CD Democratic Republic of the Congo|" +
        "CF Central African Republic|CG Republic of the Congo|CH Switzerland|CI Ivory Coast|CK Cook Islands|CL Chile|CM Cameroon|" +
        "CN China|CO Colombia|CR Costa Rica|CU Cuba|CV Cape Verde|CW Curacao|CX Christmas Island|CY Cyprus|CZ Czechia|DE Germany|" +
        "DJ Djibouti|DK Denmark|DM Dominica|DO Dominican Republic|DZ Algeria|EC Ecuador|EE Estonia|EG Egypt|EH Western Sahara|" +
        "ER Eritrea|ES Spain|ET Ethiopia|FI Finland|FJ Fiji|FK Falkland Islands|FM Micronesia|FO Faroe Islands|FR France|" +
        "GA Gabon|GB United Kingdom|GD Grenada|GE Georgia|GF French Guiana|GG Guernsey|GH Ghana|GI Gibraltar|GL Greenland|" +
        "GM Gambia|GN Guinea|GP Guadeloupe|GQ Equatorial Guinea|GR Greece|GS South Georgia|GT Guatemala|GU Guam|GW Guinea-Bissau|" +
        "GY Guyana|HK Hong Kong|HM Heard and McDonald Islands|HN Honduras|HR Croatia|HT Haiti|HU Hungary|ID Indonesia|IE Ireland|" +
        "IL Israel|IM Isle of Man|IN India|IO British Indian Ocean Territory|IQ Iraq|IR Iran|IS Iceland|IT Italy|JE Jersey|" +
        "JM Jamaica|JO Jordan|JP Japan|KE Kenya|KG Kyrgyzstan|KH Cambodia|KI Kiribati|KM Comoros|KN Saint Kitts and Nevis|" +
        "KP North Korea|KR South Korea|KW Kuwait|KY Cayman Islands|KZ Kazakhstan|LA Laos|LB Lebanon|LC Saint Lucia|" +
        "LI Liechtenstein|LK Sri Lanka|LR Liberia|LS Lesotho|LT Lithuania|LU Luxembourg|LV Latvia|LY Libya|MA Morocco|MC Monaco|" +
        "MD Moldova|ME Montenegro|MF Saint Martin|MG Madagascar|MH Marshall Islands|MK North Macedonia|ML Mali|MM Myanmar|" +
        "MN Mongolia|MO Macau|MP Northern Mariana Islands|MQ Martinique|MR Mauritania|MS Montserrat|MT Malta|MU Mauritius|" +
        "MV Maldives|MW Malawi|MX Mexico|MY Malaysia|MZ Mozambique|NA Namibia|NC New Caledonia|NE Niger|NF Norfolk Island|" +
        "NG Nigeria|NI Nicaragua|NL Netherlands|NO Norway|NP Nepal|NR Nauru|NU Niue|NZ New Zealand|OM Oman|PA Panama|PE Peru|" +
        "PF French Polynesia|PG Papua New Guinea|PH Philippines|PK Pakistan|PL Poland|PM Saint Pierre and Miquelon|PN Pitcairn|" +
        "PR Puerto Rico|PS Palestine|PT Portugal|PW Palau|PY Paraguay|QA Qatar|RE Reunion|RO Romania|RS Serbia|RU Russia|" +
        "RW Rwanda|SA Saudi Arabia|SB Solomon Islands|SC Seychelles|SD Sudan|SE Sweden|SG Singapore|SH Saint Helena|SI Slovenia|" +
        "SJ Svalbard and Jan Mayen|SK Slovakia|SL Sierra Leone|SM San Marino|SN Senegal|SO Somalia|SR Suriname|SS South Sudan|" +
        "ST Sao Tome and Principe|SV El Salvador|SX Sint Maarten|SY Syria|SZ Eswatini|TC Turks and Caicos Is|TD Chad|" +
        "TF French Southern Territories|TG Togo|TH Thailand|TJ Tajikistan|TK Tokelau|TL Timor-Leste|TM Turkmenistan|TN Tunisia|" +
        "TO Tonga|TR Turkey|TT Trinidad and Tobago|TV Tuvalu|TW Taiwan|TZ Tanzania|UA Ukraine|UG Uganda|" +
        "UM US minor outlying islands|US United States|UY Uruguay|UZ Uzbekistan|VA Vatican|VC Saint Vincent|VE Venezuela|" +
        "VG British Virgin Islands|VI US Virgin Islands|VN Vietnam|VU Vanuatu|WF Wallis and Futuna|WS Samoa|XK Kosovo|YE Yemen|" +
        "YT Mayotte|ZA South Africa|ZM Zambia|ZW Zimbabwe";

    // Other names in common use, folded.
    private const string Others =
        "US usa|US united states of america|US america|GB uk|GB britain|GB great britain|CD dr congo|CD drc|CD congo kinshasa|CG congo brazzaville|" +
        "CI cote d ivoire|CZ czech republic|MM burma|TR turkiye|PS palestinian territories|SZ swaziland|AE uae|VA holy see|TL east timor|CF car";

    private static readonly FrozenDictionary<string, string> NameOf =
        Pairs(Table).ToFrozenDictionary(pair => pair.Code, pair => pair.Name);

    private static readonly FrozenDictionary<string, string> CodeOf =
        Pairs(Table).Select(pair => (pair.Code, Name: PlaceNames.Fold(pair.Name))).Concat(Pairs(Others))
            .ToFrozenDictionary(pair => pair.Name, pair => pair.Code);

    /// <summary>The usual English name of an ISO 3166-1 alpha-2 code, or the code itself where it is none.</summary>
    public static string Name(string code) => NameOf.GetValueOrDefault(code, code);

    /// <summary>The code of a country given by name or by code, accents and case ignored, or null.</summary>
    public static string? Code(string nameOrCode) =>
        NameOf.ContainsKey(nameOrCode.ToUpperInvariant()) ? nameOrCode.ToUpperInvariant() : CodeOf.GetValueOrDefault(PlaceNames.Fold(nameOrCode));

    private static IEnumerable<(string Code, string Name)> Pairs(string table) => table.Split('|').Select(row => (row[..2], row[3..]));
}
