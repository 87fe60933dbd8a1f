using OnRecord.Language.Articles;

namespace OnRecord.Tests.Articles;

public sealed class LanguageDetectorTests
{
    [Theory]
    [InlineData("en", "The soldiers who had been in the town for a week have left it, and the people that fled are on their way back to their homes.")]
    [InlineData("de", "Die Soldaten, die seit einer Woche in der Stadt waren, sind abgezogen, und die Bewohner kehren nach und nach in ihre Häuser zurück.")]
    [InlineData("fr", "Les soldats qui étaient dans la ville depuis une semaine sont partis et les habitants rentrent peu à peu dans leurs maisons.")]
    [InlineData("es", "Los soldados que estaban en la ciudad desde hace una semana se han ido y los vecinos vuelven poco a poco a sus casas.")]
    [InlineData("pt", "Os soldados que estavam na cidade há uma semana foram embora e os moradores não sabem se voltam para as suas casas.")]
    [InlineData("it", "I soldati che erano nella città da una settimana sono partiti e gli abitanti tornano a poco a poco nelle loro case.")]
    [InlineData("nl", "De soldaten die al een week in de stad waren zijn vertrokken en de inwoners keren langzaam naar hun huizen terug.")]
    [InlineData("pl", "Żołnierze, którzy od tygodnia byli w mieście, odeszli, a mieszkańcy wracają do domów, ale nie wszyscy, bo jest to jeszcze trudne.")]
    [InlineData("tr", "Bir haftadır şehirde olan askerler çekildi ve halk için bu çok önemli bir gün oldu, ancak herkes daha evine dönmedi.")]
    [InlineData("ru", "Солдаты, которые были в городе уже неделю, ушли, и жители после этого не знают, как им быть, но они уже едут по домам.")]
    [InlineData("uk", "Солдати, які були в місті вже тиждень, пішли, і мешканці не знають, що їм робити, але вони вже їдуть до своїх домівок.")]
    [InlineData("ar", "غادر الجنود الذين كانوا في المدينة منذ أسبوع إلى مواقع أخرى، وقال السكان إن هذا كان بعد أن عاد الهدوء من جديد على كل الأحياء.")]
    [InlineData("fa", "سربازانی که یک هفته در این شهر بودند رفتند و مردم گفتند که از این کار راضی هستند و به خانه های خود برای زندگی بر می گردند.")]
    [InlineData("el", "Οι στρατιώτες έφυγαν από την πόλη και οι κάτοικοι επιστρέφουν στα σπίτια τους.")]
    [InlineData("he", "החיילים עזבו את העיר והתושבים חוזרים לאט לאט אל הבתים שלהם אחרי שבוע ארוך.")]
    [InlineData("ja", "兵士たちは町を去り、住民は少しずつ家に戻っています。学校はまだ開いていませんが、店は開きました。市場にも人が戻ってきました。")]
    [InlineData("zh", "士兵已经离开这座城市，居民正在慢慢返回家园。学校还没有开门，但是商店已经恢复营业，市场里也有了人，大家都希望和平能够继续下去。")]
    public void TheLanguageIsTold(string code, string text) => LanguageDetector.Detect(text).Code.ShouldBe(code);

    [Theory]
    [InlineData("")]
    [InlineData("Kabul falls")]
    [InlineData("Lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod tempor incididunt labore dolore magna aliqua")]
    public void ShortOrStrangeTextsStayUnknownWithAReason(string text)
    {
        var guess = LanguageDetector.Detect(text);
        guess.Code.ShouldBeNull();
        guess.Reason.ShouldNotBeEmpty();
    }
}
