using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Web.Forms;

namespace ThaffFunctions.Registration.Applying;

/// <summary>A row of the form for somebody who is registered with the first person; what is not asked here is as for them.</summary>
/// <param name="Number">2 for the first of them; ends the names of the row's fields.</param>
/// <param name="FirstName">As typed.</param>
/// <param name="LastName">As typed.</param>
/// <param name="Email">As typed.</param>
public sealed record Colleague(int Number, string FirstName = "", string LastName = "", string Email = "")
{
    /// <summary>How many persons can be registered at once, the first included.</summary>
    public const int MaxPersons = 5;

    public static readonly IReadOnlyList<int> Numbers = [.. Enumerable.Range(2, MaxPersons - 1)];

    /// <summary>An empty row is nobody.</summary>
    public bool IsGiven => FirstName.Length > 0 || LastName.Length > 0 || Email.Length > 0;

    /// <summary>What pages call the row.</summary>
    public string LabelIn(Language language) => language.Say($"{Number}. Person", $"Person {Number}");

    public string NameOf(string field) => $"{field}{Number}";

    public static Colleague Read(FormBody body, int number)
    {
        return new(number, Typed("firstName"), Typed("lastName"), Typed("email"));

        string Typed(string field) => body[$"{field}{number}"].Trim(' ');
    }

    public IEnumerable<TypedField> Returned(Language language) =>
    [
        new(NameOf("firstName"), FirstName, $"{LabelIn(language)}: {language.Say("Vorname", "first name")}"),
        new(NameOf("lastName"), LastName, $"{LabelIn(language)}: {language.Say("Nachname", "last name")}"),
        new(NameOf("email"), Email, $"{LabelIn(language)}: {language.Say("E-Mail-Adresse", "e-mail address")}"),
    ];
}
