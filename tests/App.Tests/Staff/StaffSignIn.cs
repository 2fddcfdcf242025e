using ThaffFunctions.LocalHost.Auth;
using ThaffFunctions.Registration.Applying;

namespace ThaffFunctions.Tests.Staff;

/// <summary>Signs in at the host's stand-in for Easy Auth, as a browser does.</summary>
static class StaffSignIn
{
    public static readonly Dictionary<string, string> On = new() { ["Staff:SignIn"] = "true" };

    public static readonly Dictionary<string, string> Off = new() { ["Staff:SignIn"] = "false" };

    /// <summary>Who has the role.</summary>
    public static readonly Person Staff = Person.All.Single(person => person.Roles.Contains("Redaktion"));

    /// <summary>Who may sign in and has no role.</summary>
    public static readonly Person Colleague = Person.All.First(person => person.Roles is []);

    /// <summary>A browser in which somebody signed in; nobody when <see langword="null"/>.</summary>
    public static async Task<HttpClient> BrowserAsync(this Stage stage, Person? person)
    {
        var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = stage.Http.BaseAddress };
        if (person is not null) (await browser.PostAsync("/.auth/login/aad", new FormUrlEncodedContent([new("person", person.Id)])))
            .Dispose();
        return browser;
    }

    /// <param name="stage">Where the page is.</param>
    /// <param name="path">The page.</param>
    /// <param name="person">Who asks; nobody in particular when <see langword="null"/>.</param>
    /// <param name="forgedPrincipal">What the caller sends in Easy Auth's own header.</param>
    public static async Task<HttpResponseMessage> GetAsync(this Stage stage, string path, Person? person, string? forgedPrincipal = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (forgedPrincipal is not null) request.Headers.Add("X-MS-CLIENT-PRINCIPAL", forgedPrincipal);
        return await stage.SendAsync(request, person);
    }

    /// <summary>What a person sends after signing in.</summary>
    public static async Task<HttpResponseMessage> SendAsync(this Stage stage, HttpRequestMessage request, Person? person)
    {
        using var browser = await stage.BrowserAsync(person);
        return await browser.SendAsync(request);
    }
}
