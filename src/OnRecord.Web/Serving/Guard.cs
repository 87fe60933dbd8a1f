using System.Net;
using Microsoft.AspNetCore.Http;

namespace OnRecord.Web.Serving;

/// <summary>Stands before everything: whom it lets in, from where, and what the browser may do with the pages.</summary>
internal sealed class Guard(BoardOptions options, Gate gate)
{
    private const string Cookie = "onrecord_pass";

    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
        + "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Answers what may not pass, and hands the rest on.</summary>
    public async Task Pass(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "geolocation=(), camera=(), microphone=()";
        headers.CacheControl = "no-store";

        var request = context.Request;
        if (!IsOurs(request.Host)) await Problems.Write(context, StatusCodes.Status421MisdirectedRequest, "not here", "this board answers to its own address alone");
        else if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsPost(request.Method))
            await Problems.Write(context, StatusCodes.Status405MethodNotAllowed, "not allowed", "only GET, HEAD and POST");
        else if (HttpMethods.IsPost(request.Method) && !FromHere(request)) await Problems.Write(context, StatusCodes.Status403Forbidden, "not from here", "only the board's own pages and programs may hand reports in");
        else if (await LetIn(context)) await next(context);
    }

    // A page elsewhere that has its name point at this machine must not read the board: the address has to be one.
    private bool IsOurs(HostString host)
    {
        if (!IPAddress.IsLoopback(options.Address)) return true;
        var name = host.Host.Trim('[', ']');
        return name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || IPAddress.TryParse(name, out var address) && IPAddress.IsLoopback(address);
    }

    // A browser says where a request comes from; a program says nothing.
    private static bool FromHere(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0 && site is not ("same-origin" or "none")) return false;
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<bool> LetIn(HttpContext context)
    {
        if (gate.IsOpen || gate.Knows(context.Request.Cookies[Cookie])) return true;
        var request = context.Request;
        var bearer = request.Headers.Authorization.ToString();
        var shown = bearer.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? bearer[7..] : request.Query["token"].ToString();
        if (shown.Length > 0)
        {
            switch (gate.Try(shown, context.Connection.RemoteIpAddress?.ToString() ?? ""))
            {
                case Entry.TooMany:
                    context.Response.Headers.RetryAfter = "60";
                    await Problems.Write(context, StatusCodes.Status429TooManyRequests, "too many guesses", "wait a minute, then try again");
                    return false;
                case Entry.Open when bearer.Length > 0:
                    return true;
                case Entry.Open:
                    // The token must not stay in the address, in the history or in a log.
                    context.Response.Cookies.Append(Cookie, gate.Pass, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true, Secure = request.IsHttps });
                    context.Response.Redirect(request.Path.HasValue && request.Path.Value is ['/', not '/' and not '\\', ..] ? request.Path : "/");
                    return false;
            }
        }
        await Problems.Write(context, StatusCodes.Status401Unauthorized, "a token is needed", "open the address with the token that `onrecord serve` printed");
        return false;
    }
}
