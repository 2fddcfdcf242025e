using System.Net;
using Microsoft.AspNetCore.Http;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Tests.Staff;

public sealed class StaffOnlyTests
{
    /// <summary>A principal of the staff, as Easy Auth writes it (base64 JSON).</summary>
    static readonly string Principal = Convert.ToBase64String("""{"auth_typ":"aad","claims":[{"typ":"roles","val":"Redaktion"}]}"""u8);

    [Theory]
    [InlineData("/redaktion")]
    [InlineData("/REDAKTION/zustand")]
    public async Task Without_easy_auth_there_are_no_staff_pages(string path)
    {
        await using var stage = await Stage.OpenAsync(settings: StaffSignIn.Off);

        Assert.Equal(HttpStatusCode.NotFound, (await stage.GetAsync(path, null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stage.GetAsync(path, StaffSignIn.Staff)).StatusCode);
    }

    [Fact]
    public async Task Staff_see_their_pages_and_everybody_else_does_not()
    {
        await using var stage = await Stage.OpenAsync(settings: StaffSignIn.On);

        var stranger = await stage.GetAsync("/redaktion/zustand", null);
        Assert.Equal(HttpStatusCode.Redirect, stranger.StatusCode);
        Assert.Equal("/.auth/login/aad?post_login_redirect_uri=%2Fredaktion%2Fzustand", stranger.Headers.Location?.OriginalString);
        Assert.Equal("/.auth/login/aad?post_login_redirect_uri=%2Fredaktion%2Ftermine%3Fjahr%3D2027",
            (await stage.GetAsync("/redaktion/termine?jahr=2027", null)).Headers.Location?.OriginalString);

        var colleague = await stage.GetAsync("/redaktion", StaffSignIn.Colleague);
        Assert.Equal(HttpStatusCode.Forbidden, colleague.StatusCode);
        Assert.Contains("gehört nicht zur Redaktion", await colleague.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await stage.GetAsync("/redaktion", StaffSignIn.Staff)).StatusCode);
    }

    [Fact]
    public async Task Who_forges_easy_auths_header_is_nobody()
    {
        await using var stage = await Stage.OpenAsync(settings: StaffSignIn.On);

        Assert.Equal(HttpStatusCode.Redirect, (await stage.GetAsync("/redaktion", null, Principal)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await stage.GetAsync("/redaktion", StaffSignIn.Colleague, Principal)).StatusCode);
    }

    [Theory]
    [InlineData("kein base64!")]
    [InlineData("e30=")] // {}
    [InlineData("W10=")] // []
    [InlineData("eyJjbGFpbXMiOlsxXX0=")] // {"claims":[1]}
    public void An_unreadable_header_is_nobody(string header)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers["X-MS-CLIENT-PRINCIPAL"] = header;

        Assert.Null(StaffMember.Of(http.Request));
    }

    [Theory]
    [InlineData("roles", true)]
    [InlineData("http://schemas.microsoft.com/ws/2008/06/identity/claims/role", true)]
    [InlineData("groups", false)]
    public void The_role_counts_under_both_names_easy_auth_gives_it(string type, bool isStaff) =>
        Assert.Equal(isStaff, new StaffMember([(type, "Redaktion")]).IsStaff);

    [Fact]
    public void A_person_with_other_roles_only_is_refused() =>
        Assert.False(new StaffMember([("roles", "Praktikum"), ("roles", "redaktion")]).IsStaff);

    [Fact]
    public async Task Public_pages_ask_nobody_to_sign_in()
    {
        await using var stage = await Stage.OpenAsync(settings: StaffSignIn.On);

        foreach (var path in new[] { "/", "/dokumentation", "/newsletter", "/health", "/redaktionell" })
            Assert.NotEqual(HttpStatusCode.Redirect, (await stage.GetAsync(path, null)).StatusCode);
    }
}
