namespace ThaffFunctions.LocalHost.Auth;

/// <summary>An invented person who can sign in.</summary>
/// <param name="Id">The object id in the directory.</param>
/// <param name="Name">As shown.</param>
/// <param name="Email">Also the name to sign in with.</param>
/// <param name="Roles">App roles.</param>
sealed record Person(string Id, string Name, string Email, params string[] Roles)
{
    const string Schema = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";

    /// <summary>One of the staff, and one who is not.</summary>
    public static IReadOnlyList<Person> All { get; } =
    [
        new("6f0c3b1e-6f2b-4a55-9f3c-0d6a1c9f5a01", "Rita Rödel", "rita.roedel@thaff.example", "Redaktion"),
        new("6f0c3b1e-6f2b-4a55-9f3c-0d6a1c9f5a02", "Paul Praktikum", "paul.praktikum@thaff.example"),
    ];

    /// <summary>The claims of an Entra account under the names Easy Auth gives them.</summary>
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
