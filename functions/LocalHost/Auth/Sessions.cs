using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace ThaffFunctions.LocalHost.Auth;

/// <summary>The signed-in people, by a random cookie. They are in memory only, so a restart signs everybody out.</summary>
sealed class Sessions
{
    const string Cookie = "AppServiceAuthSession"; // the name that Easy Auth uses

    static readonly CookieOptions s_cookie = new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/" };

    readonly ConcurrentDictionary<string, Person> _signedIn = new();

    public Person? Of(HttpRequest request) => request.Cookies[Cookie] is { } session ? _signedIn.GetValueOrDefault(session) : null;

    public void SignIn(HttpContext http, Person person)
    {
        SignOut(http);
        var session = RandomNumberGenerator.GetHexString(64);
        _signedIn[session] = person;
        http.Response.Cookies.Append(Cookie, session, s_cookie);
    }

    public void SignOut(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { } session) return;

        _signedIn.TryRemove(session, out _);
        http.Response.Cookies.Delete(Cookie, s_cookie);
    }
}
