using System.Text.RegularExpressions;

namespace OnRecord.Language.Articles;

/// <summary>The stock phrases of web pages: what sites say about themselves within or around an article.</summary>
internal static partial class HtmlPhrases
{
    /// <summary>True for a line that is about the site: cookies, newsletters, sharing, comments, copyright.</summary>
    public static bool IsStock(string line) => line.Length <= 600 && (Stock().IsMatch(line) || AboutSite().IsMatch(line));

    /// <summary>True for the heading of what follows an article: related stories, comments.</summary>
    public static bool EndsArticle(string line) => line.Length <= 60 && After().IsMatch(line);

    [GeneratedRegex(@"^(?:advert(?:isement)?s?|comments?|tweet|share|email|print|save|sponsored(?: content)?|promoted|loading\.*|subscribe(?: now)?|sign up|log ?in|sign in|skip advertisement|continue reading|story continues(?: below)?.*|article continues.*|read (?:full|more|next).{0,20}|(?:please )?(?:enable|turn on) javascript.*|(?:first )?(?:published|updated|last updated|posted)(?: on| at)?\s*:?\s.{0,50}|(?:read|see|watch|also read|read also|related|more)\s?:\s.*|share (?:this|on|via|it).{0,40}|follow (?:us|@).{0,80}|follow .{2,40} on (?:twitter|facebook|instagram).*|like (?:this|us).{0,60}|tags?\s?:.*|photo(?:s|graph)?\s?(?:credit|by|:).{0,120}|©.*|copyright\b.{0,200}|\(?c\)? ?20[0-9]{2} .*|all rights reserved.*|click here .{0,120}|\*?disclaimer\s?:.*|join the (?:conversation|discussion).{0,80}|have (?:something|a story) to (?:say|tell|share).{0,100}|got a (?:tip|story).*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Stock();

    [GeneratedRegex(@"\bcookies?\b.{0,200}\b(?:website|site|browser|experience|settings|consent|preferences)\b|\b(?:website|site|browser|settings)\b.{0,120}\bcookies?\b|\ball rights reserved\b|\bsign(?:ing)? up (?:for|to) (?:our|the|receive|get)\b|\bsubscribe (?:to|now|today)\b.{0,80}\b(?:newsletter|updates|channel|email)|\bour (?:free |daily |weekly )*newsletter\b|\bprivacy policy\b|\bterms of (?:use|service)\b|\bmay not be (?:published|reproduced|republished|rewritten)\b|\bdelivered (?:straight |directly )?to your (?:inbox|letterbox)\b|\bdownload (?:our|the) app\b|\bthis material may not be\b", RegexOptions.IgnoreCase)]
    private static partial Regex AboutSite();

    [GeneratedRegex(@"^(?:related(?: (?:articles?|stories|posts|news|content|topics|links|coverage|reading))?|more (?:from|on|stories|great|news|in|like|about|coverage|related).*|(?:you may|you might) (?:also|be).*|recommended.*|don.t miss.*|also (?:read|see|on).*|see also|read (?:next|also)|trending.*|elsewhere on.*|most (?:read|popular|viewed|recent|commented).*|popular (?:now|posts|stories).*|latest (?:news|stories|posts|from).*|(?:leave a|post a|add a) (?:reply|comment).*|[0-9]* ?(?:comments?|responses?|replies|thoughts? on .*)|top stories|up next|next up|what to read next|in (?:other|related) news|share this(?: article| story| post)?|about the authors?|(?:editors?.? )?picks?|around the web|from (?:around )?the web|our (?:partners|journalism).*|tell us what you think.*)\s*[:.…!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex After();
}
