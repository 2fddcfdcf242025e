using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using LocalHost.Tests.Fixtures;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LocalHost.Tests.Auth;

/// <summary>The host stands in for Easy Auth: who signed in is told by its headers, and by nobody else's.</summary>
public sealed class SignInTests : IAsyncLifetime, IDisposable
{
    Stage _stage = null!;
    HttpClient _http = null!;

    public async Task InitializeAsync()
    {
        _stage = await Stage.StartAsync<Principal>();
        _http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = _stage.Http.BaseAddress };
    }

    public async Task DisposeAsync() => await _stage.DisposeAsync();

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task Who_signs_in_comes_back_and_is_told_to_the_app_as_Easy_Auth_tells_it()
    {
        var answer = await SignInAsync(await PersonAsync("Rita Rödel"), "/api/principal?a=b");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/api/principal?a=b", answer.Headers.Location!.OriginalString);
        var told = await ToldAsync();
        Assert.Equal("aad", (string)told["X-MS-CLIENT-PRINCIPAL-IDP"]!);
        Assert.Equal("rita.roedel@thaff.example", (string)told["X-MS-CLIENT-PRINCIPAL-NAME"]!);
        Assert.True(Guid.TryParse((string)told["X-MS-CLIENT-PRINCIPAL-ID"]!, out _));
        var principal = JsonNode.Parse(Convert.FromBase64String((string)told["X-MS-CLIENT-PRINCIPAL"]!))!;
        Assert.Equal("aad", (string)principal["auth_typ"]!);
        Assert.Equal("Rita Rödel", Claim(principal, "name"));
        Assert.Equal("Redaktion", Claim(principal, "roles"));
        Assert.Equal((string)told["X-MS-CLIENT-PRINCIPAL-NAME"]!, Claim(principal, (string)principal["name_typ"]!));
        Assert.NotNull(principal["role_typ"]);
    }

    [Fact]
    public async Task The_second_person_has_no_role()
    {
        await SignInAsync(await PersonAsync("Paul Praktikum"), "/");

        var told = await ToldAsync();

        Assert.Null(Claim(JsonNode.Parse(Convert.FromBase64String((string)told["X-MS-CLIENT-PRINCIPAL"]!))!, "roles"));
    }

    [Theory]
    [InlineData("X-MS-CLIENT-PRINCIPAL")]
    [InlineData("x-ms-client-principal-id")]
    [InlineData("X-Ms-Client-Principal-Name")]
    [InlineData("X-MS-CLIENT-PRINCIPAL-IDP")]
    public async Task What_a_visitor_sends_in_these_headers_is_dropped(string header)
    {
        var unknown = await ToldAsync(header);
        await SignInAsync(await PersonAsync("Paul Praktikum"), "/");
        var known = await ToldAsync(header);

        Assert.Empty(unknown);
        Assert.Equal(4, known.Count);
        Assert.DoesNotContain("forged", known.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_other_sites_and_tells_nothing()
    {
        var answer = await SignInAsync(await PersonAsync("Rita Rödel"), "/");

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Matches("^AppServiceAuthSession=[0-9A-F]{64}; path=/; samesite=lax; httponly$", cookie);
    }

    [Fact]
    public async Task Who_signs_out_is_nobody_even_with_the_old_cookie()
    {
        var cookie = (await SignInAsync(await PersonAsync("Rita Rödel"), "/")).Headers.GetValues("Set-Cookie").Single().Split(';')[0];

        var answer = await _http.GetAsync("/.auth/logout?post_logout_redirect_uri=/api/principal");
        using var replay = new HttpRequestMessage(HttpMethod.Get, "/.auth/me") { Headers = { { "Cookie", cookie } } };

        Assert.Equal("/api/principal", answer.Headers.Location!.OriginalString);
        Assert.Empty(await ToldAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, (await _stage.Http.SendAsync(replay)).StatusCode);
    }

    [Fact]
    public async Task Me_tells_who_signed_in()
    {
        var nobody = await _http.GetAsync("/.auth/me");
        await SignInAsync(await PersonAsync("Rita Rödel"), "/");

        var me = JsonNode.Parse(await _http.GetStringAsync("/.auth/me"))!.AsArray();

        Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
        Assert.Equal("aad", (string)me[0]!["provider_name"]!);
        Assert.Contains(me[0]!["user_claims"]!.AsArray(), claim => (string)claim!["val"]! == "Redaktion");
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("/\t/elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task Nobody_is_led_to_another_site(string target)
    {
        var answer = await SignInAsync(await PersonAsync("Rita Rödel"), target);
        var left = await _http.GetAsync($"/.auth/logout?post_logout_redirect_uri={Uri.EscapeDataString(target)}");

        Assert.Equal("/", answer.Headers.Location!.OriginalString);
        Assert.Equal("/", left.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("person=somebody")]
    [InlineData("")]
    public async Task An_unknown_person_cannot_sign_in(string form)
    {
        var answer = await _http.PostAsync("/.auth/login/aad", new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task What_the_page_was_asked_for_is_no_html() =>
        Assert.DoesNotContain("<script>", await _http.GetStringAsync("/.auth/login/aad?post_login_redirect_uri=%22%3E%3Cscript%3E"),
            StringComparison.Ordinal);

    /// <summary>The value of the button that bears the name.</summary>
    async Task<string> PersonAsync(string name)
    {
        var page = WebUtility.HtmlDecode(await _http.GetStringAsync("/.auth/login/aad?post_login_redirect_uri=/"));
        return page[..page.IndexOf($">{name}<", StringComparison.Ordinal)].Split("value=\"")[^1].TrimEnd('"');
    }

    Task<HttpResponseMessage> SignInAsync(string person, string target) =>
        _http.PostAsync("/.auth/login/aad", new FormUrlEncodedContent([new("person", person), new("post_login_redirect_uri", target)]));

    async Task<JsonObject> ToldAsync(string? forged = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/principal");
        if (forged is not null) request.Headers.Add(forged, "forged");
        return JsonNode.Parse(await (await _http.SendAsync(request)).Content.ReadAsStringAsync())!.AsObject();
    }

    static string? Claim(JsonNode principal, string type) =>
        (string?)principal["claims"]!.AsArray().SingleOrDefault(claim => (string)claim!["typ"]! == type)?["val"];
}

public sealed class Principal
{
    [Function("ShowPrincipal")]
    public static IResult Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "principal")] HttpRequest request) =>
        Results.Json(request.Headers
            .Where(header => header.Key.StartsWith("X-MS-CLIENT-PRINCIPAL", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(header => header.Key, header => header.Value.ToString()));
}
