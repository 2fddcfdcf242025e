using Microsoft.AspNetCore.Http.HttpResults;
using ThaffFunctions.LocalHost.Pages;

namespace ThaffFunctions.LocalHost.Auth;

/// <summary>The pages under <c>/.auth/</c> as in Easy Auth, with invented people instead of a directory.</summary>
sealed class SignInPages(Sessions sessions)
{
    const string AfterSignIn = "post_login_redirect_uri";
    const string AfterSignOut = "post_logout_redirect_uri";

    public IResult Ask(HttpRequest request) => Page.Show("Sign in", $"""
        <p>In Azure this is the sign-in of Microsoft Entra. Here you choose who you are; now you are {Page.Text(sessions.Of(request)?.Name ?? "nobody")}.</p>
        <form method="post" action="/.auth/login/aad">
        <input type="hidden" name="{AfterSignIn}" value="{Page.Text(request.Query[AfterSignIn])}">
        {string.Join('\n', Person.All.Select(Button))}
        </form>
        """);

    public async Task<IResult> SignInAsync(HttpContext http)
    {
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
        if (Person.All.FirstOrDefault(person => person.Id == form["person"]) is not { } person)
            return Results.BadRequest("Choose one of the persons on the page.");

        sessions.SignIn(http, person);
        return Here(form[AfterSignIn]);
    }

    public IResult SignOut(HttpContext http)
    {
        sessions.SignOut(http);
        return Here(http.Request.Query[AfterSignOut]);
    }

    /// <summary>The claims of the signed-in person; 401 if nobody is signed in.</summary>
    public IResult Me(HttpRequest request)
    {
        if (sessions.Of(request) is not { } person) return Results.Unauthorized();

        var claims = person.Claims.Select(claim => new { typ = claim.Type, val = claim.Value });
        return Results.Json(new[] { new { provider_name = "aad", user_id = person.Email, user_claims = claims } });
    }

    /// <summary>Redirects to a path of this site only (no open redirect).</summary>
    static IResult Here(string? target) => Results.LocalRedirect(RedirectHttpResult.IsLocalUrl(target) ? target! : "/");

    static string Button(Person person) => $"""
        <p><button name="person" value="{person.Id}">{Page.Text(person.Name)}</button> {string.Join(", ", person.Roles.DefaultIfEmpty("no role"))}</p>
        """;
}
