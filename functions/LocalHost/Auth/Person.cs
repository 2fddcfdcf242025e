namespace ThaffFunctions.LocalHost.Auth;

/// <summary>An invented person who can sign in.</summary>
/// <param name="Id">The object id in the directory (Entra).</param>
/// <param name="Name">The display name.</param>
/// <param name="Email">The e-mail address, which is also the sign-in name.</param>
/// <param name="Roles">The app roles.</param>
sealed record Person(string Id, string Name, string Email, params string[] Roles)
{
    const string Schema = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";

    /// <summary>Two people: one with the staff role, one without.</summary>
    public static IReadOnlyList<Person> All { get; } =
    [
        new("6f0c3b1e-6f2b-4a55-9f3c-0d6a1c9f5a01", "Rita Rödel", "rita.roedel@thaff.example", "Redaktion"),
        new("6f0c3b1e-6f2b-4a55-9f3c-0d6a1c9f5a02", "Paul Praktikum", "paul.praktikum@thaff.example"),
    ];

    /// <summary>The claims of an Entra account, with the names that Easy Auth uses.</summary>
    public IReadOnlyList<(string Type, string Value)> Claims =>
    [
        ("http://schemas.microsoft.com/identity/claims/objectidentifier", Id),
        ($"{Schema}nameidentifier", Id),
        ($"{Schema}emailaddress", Email),
        ("preferred_username", Email),
        ("name", Name),
        .. Roles.Select(role => ("roles", role)),
    ];
}
