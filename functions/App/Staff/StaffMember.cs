using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ThaffFunctions.Staff;

/// <summary>
/// The person who signed in, from the header that Easy Auth adds (base64 JSON with claims). Staff have an app role in the app registration.
/// </summary>
public sealed record StaffMember(IReadOnlyList<(string Type, string Value)> Claims)
{
    /// <summary>The app role of staff in Entra.</summary>
    public const string Role = "Redaktion";

    const string Header = "X-MS-CLIENT-PRINCIPAL";

    static readonly string[] RoleClaims = ["roles", "http://schemas.microsoft.com/ws/2008/06/identity/claims/role"];

    static readonly string[] IdClaims = ["http://schemas.microsoft.com/identity/claims/objectidentifier", "oid"];
    static readonly string[] NameClaims = ["name", "preferred_username"];

    /// <summary>The person's id in the directory (Entra), which stays when they change their name.</summary>
    public string Id => First(IdClaims) ?? "";

    public string Name => First(NameClaims) ?? Id;

    public bool IsStaff => Claims.Any(claim => RoleClaims.Contains(claim.Type) && claim.Value == Role);

    /// <returns>The person; null if nobody signed in.</returns>
    public static StaffMember? Of(HttpRequest request)
    {
        if (request.Headers[Header].ToString() is not { Length: > 0 } header) return null;
        try
        {
            using var principal = JsonDocument.Parse(Convert.FromBase64String(header));
            return new([.. principal.RootElement.GetProperty("claims").EnumerateArray()
                .Select(claim => (claim.GetProperty("typ").GetString() ?? "", claim.GetProperty("val").GetString() ?? ""))]);
        }
        catch (Exception unreadable)
            when (unreadable is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    string? First(string[] types) =>
        types.SelectMany(type => Claims.Where(claim => claim.Type == type)).Select(claim => claim.Value)
            .FirstOrDefault(value => value.Length > 0);
}
