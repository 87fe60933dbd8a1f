namespace OnRecord.Language.Articles;

/// <summary>Small words that are frequent in news of each language; a word may stand under several.</summary>
internal static class LanguageWords
{
    public static readonly (string Code, string Words)[] Table =
    [
        ("en", "the of and to in a is that for on was with as by at it from has have be were his he an are said this which their who not but they will after been had would more about one or its also than when into over out up could there other people we our you i she her him can all if no what so them these us may two first last new before while during"),
        ("de", "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei"),
        ("fr", "le la les de des du et en un une à au aux que qui dans pour par sur est il elle ne pas plus avec ce se son sa ses ont été sont mais ou comme cette ces leur leurs était être fait nous vous après entre aussi selon depuis"),
        ("es", "el la los las de del y en un una que a por con para es se no su al lo como más pero sus le ha fue este esta son entre también sobre según muy hasta desde ya todo sin años han había está porque"),
        ("pt", "o a os as de do da dos das e em um uma que para com não por no na nos nas se é ao mais como mas foi ele sua seu ou à são tem já também pelo pela até entre depois segundo sobre está foram ser"),
        ("it", "il lo la i gli le di del della dei delle e in un una che per con non è si da al alla nel nella sono ha come più anche ma su dal dalla ai degli questo questa dopo stato stata essere hanno tra fra loro"),
        ("nl", "de het een van en in op te dat is voor met die zijn niet aan er om ook als bij door naar uit maar heeft worden over nog wordt hij werd zich tot meer dan zij deze hebben was ze of geen"),
        ("sv", "och i att det som en på är av för med den till inte har de ett om var jag men sig så från vid kan nu under också efter eller han när hade skulle säger mot enligt blir"),
        ("no", "og i det at en er på som for av med til den har de et ikke om var fra jeg men seg så ved kan nå også etter eller han når hadde skal sier mot ifølge ble blir være"),
        ("da", "og i det at en er på som for af med til den har de et ikke om var fra jeg men sig så ved kan nu også efter eller han når havde skal siger mod ifølge blev bliver være"),
        ("fi", "ja on ei että se oli hän ovat mutta joka myös kuin mukaan ole sekä niin nyt tai kun vain jos olla tämä ollut jälkeen vielä kanssa mitä sen hänen kuitenkin"),
        ("pl", "i w na z się nie do że to jest o jak od po za przez ale dla są już przy był oraz tym tego który która które jego jej ich być było ze co tak czy może"),
        ("cs", "a v se na je že o s z do i k to jako ve za by pro po jsou ale od podle který která které byl byla bylo jeho jejich už při také než nebo jak až však ze před"),
        ("sk", "a v sa na je že o s z do i k to ako vo za by pre po sú ale od podľa ktorý ktorá ktoré bol bola bolo jeho ich už pri tiež než alebo až však zo pred"),
        ("hu", "a az és hogy nem is egy ez volt meg de csak már mint szerint el még vagy ki után kell lesz ezt azt amely ha minden pedig között így majd akik"),
        ("ro", "și de în a la cu pe nu că o un din care este pentru mai au fost sunt al ale lui ce prin se după fi sau dar cei sa său ca între până către ar"),
        ("hr", "i u je na se da su za od s koji koja koje o ne kao bi iz to do će ali biti što nije bio bila po već te su nakon prema sve samo ili kako sa"),
        ("sq", "e të në dhe për me nga një që është se si ka nuk më këtë kjo ky do por ishte kanë u janë tij pas gjatë ndaj prej duke"),
        ("tr", "ve bir bu da de için ile olarak olan daha çok ne var gibi sonra en ise kadar göre değil ancak oldu dedi veya her şu ki o mi tarafından üzerinde"),
        ("id", "yang dan di dengan untuk pada dari ini itu dalam tidak akan ke oleh adalah telah juga kata mereka ada karena lebih sebagai bahwa para saat tersebut bisa sudah menjadi"),
        ("vi", "và của là có không trong được cho các với một những người đã này khi để về ở từ đến ra cũng như tại sau theo vào nhiều"),
        ("sw", "na ya wa kwa katika ni za la kuwa hiyo hii huyo cha vya alisema amesema wakati pia baada watu yake hiyo kama lakini kutoka huku ambao ambayo"),
        ("so", "oo ka ku iyo ee in la u ah waa uu ay si ayaa soo ugu lagu waxaa loo aan kale laga inuu sheegay wuxuu kala badan dalka ciidanka"),
        ("ru", "и в не на что с по он как это из к но за от о его для то а она так было все был до или при уже под их же если также которые после может бы у мы во со где"),
        ("uk", "і в не на що з за до як та це від у про він але для його або при також які після було були є який може вже вони якщо під час й де ще"),
        ("bg", "и в на не за от се да с по е че са като до това ще но при към след което които той бе из има беше му през или още обаче според"),
        ("sr", "и у је на се да су за од с који која које о не као би из то до ће али бити што није био била по већ те након према све само или како са"),
        ("ar", "في من على إلى أن التي عن مع هذا الذي هذه ما لا كان بعد أو ذلك كما بين قال كل قد حتى خلال عام قبل ولم أنه إن وفي غير كانت"),
        ("fa", "در به از که این را با است برای آن یک خود تا کرد بر هم نیز ما شد او شده می ها های وی اما یا باید دو گفت کرده بود شود دیگر"),
        ("ps", "په د او چې له ته کې دا دی یې نه هم سره یو خو دي وي وو څخه شوي کړي کړې چي ددې هغه وروسته باندې اړه"),
        ("ur", "کے کی میں ہے اور سے کا کو نے اس پر ہیں کہ یہ بھی نہیں تھا ایک کر تھے گیا ہو وہ جو بعد گئی ہوئے ان لیے تھی"),
    ];
}
