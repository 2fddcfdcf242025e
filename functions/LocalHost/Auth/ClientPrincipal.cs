using System.Text.Json;

namespace ThaffFunctions.LocalHost.Auth;

/// <summary>
/// The headers in which Easy Auth passes the signed-in person to the app. Only the host sets them: headers with these names from the caller
/// are removed.
/// </summary>
static class ClientPrincipal
{
    const string Header = "X-MS-CLIENT-PRINCIPAL";

    public static void SetClientPrincipal(this HttpRequest request, Person? person)
    {
        string[] sent = [.. request.Headers.Keys.Where(name => name.StartsWith(Header, StringComparison.OrdinalIgnoreCase))];
        foreach (var name in sent) request.Headers.Remove(name);
        if (person is null) return;

        request.Headers[Header] = Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new
        {
            auth_typ = "aad",
            claims = person.Claims.Select(claim => new { typ = claim.Type, val = claim.Value }),
            name_typ = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
            role_typ = "http://schemas.microsoft.com/ws/2008/06/identity/claims/role",
        }));
        request.Headers[$"{Header}-ID"] = person.Id;
        request.Headers[$"{Header}-NAME"] = person.Email;
        request.Headers[$"{Header}-IDP"] = "aad";
    }
}
