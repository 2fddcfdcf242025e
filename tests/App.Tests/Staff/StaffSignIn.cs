using System.Text;
using System.Text.Json;

namespace ThaffFunctions.Tests.Staff;

/// <summary>The header Easy Auth puts on the requests of somebody who signed in.</summary>
static class StaffSignIn
{
    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    public static readonly Dictionary<string, string> On = new() { ["Staff:SignIn"] = "true" };

    public static string Principal(params string[] roles) => Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new
    {
        auth_typ = "aad",
        claims = roles.Select(role => new { typ = "roles", val = role }).Prepend(new { typ = "name", val = "Ada Löwe" }),
        name_typ = "name",
        role_typ = "roles",
    })));

    public static async Task<HttpResponseMessage> GetAsync(this Stage stage, string path, string? principal)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (principal is not null) request.Headers.Add(Header, principal);
        return await stage.Http.SendAsync(request);
    }
}
