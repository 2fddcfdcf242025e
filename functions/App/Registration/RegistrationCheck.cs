using System.Text;
using System.Text.RegularExpressions;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Registration;

/// <summary>The rules for a registration; each problem is a German sentence at its field.</summary>
static partial class RegistrationCheck
{
    const int MostNameLength = 100;
    const int MostCompanyLength = 200;
    const int MostQuestionLength = 2000;
    const int MostNeedsLength = 500;
    const string Garbled = "einige Zeichen sind nicht lesbar angekommen. Bitte geben Sie sie noch einmal ein.";

    /// <param name="session">What is applied for.</param>
    /// <param name="typed">The fields.</param>
    /// <param name="postedFrom">Where they were filled in, for the proof of consent where the newsletter is asked for.</param>
    public static (Applicant? Applicant, FieldProblems Problems) Check(SessionId session, RegistrationFields typed, string postedFrom)
    {
        var (email, emailProblem) = EmailAddress.Read(typed.Email);
        var problems = CheckPerson(typed, emailProblem);
        return problems.Any
            ? (null, problems)
            : (new(session, typed.FirstName, typed.LastName, email!.Value, typed.Company, Sector.FindOfPerson(typed.Sector)!,
                Region.FindOfPerson(typed.Region)!, typed.Question, typed.Newsletter ? postedFrom : null)
            {
                Needs = AccessNeeds.Of(typed.Needs, typed.NeedsOther),
            }, problems);
    }

    /// <summary>What can be corrected later: everything but the address.</summary>
    /// <param name="typed">The fields.</param>
    /// <param name="emailProblem">What is wrong with the address, where there is one; it has its place among the others.</param>
    public static FieldProblems CheckPerson(RegistrationFields typed, string? emailProblem = null)
    {
        var problems = new FieldProblems();
        problems.Add("firstName", NameProblem(typed.FirstName, "Vorname", "Ihren Vornamen"));
        problems.Add("lastName", NameProblem(typed.LastName, "Nachname", "Ihren Nachnamen"));
        problems.Add("email", emailProblem);
        problems.Add("company", typed.Company.Length == 0 ? null
            : LineProblem(typed.Company, "Unternehmen oder Einrichtung", "Ihr Unternehmen oder Ihre Einrichtung", MostCompanyLength));
        if (Sector.FindOfPerson(typed.Sector) is null) problems.Add("sector", "Branche: Bitte wählen Sie aus der Liste.");
        if (Region.FindOfPerson(typed.Region) is null) problems.Add("region", "Landkreis oder kreisfreie Stadt: Bitte wählen Sie aus der Liste.");
        if (!typed.Needs.All(AccessNeeds.IsKnown)) problems.Add("needs", "Was Sie zur Teilnahme brauchen: Bitte wählen Sie aus der Liste.");
        problems.Add("needsOther", TextProblem(typed.NeedsOther, "Was Sie zur Teilnahme brauchen", MostNeedsLength));
        problems.Add("question", TextProblem(typed.Question, "Ihre Frage an die Runde", MostQuestionLength));
        return problems;
    }

    static string? TextProblem(string text, string label, int most) =>
        text.Length > most ? $"{label}: höchstens {most} Zeichen sind möglich."
        : text.Any(c => TypedText.TurnsDirection(c) || (char.IsControl(c) && c is not ('\n' or '\t')))
        ? $"{label}: Der Text enthält Zeichen, die nicht gedruckt werden können."
        : TypedText.IsGarbled(text) ? $"{label}: {Garbled}"
        : null;

    /// <summary>A name goes into a mail to an address nobody has proven yet, so it must not carry a link.</summary>
    static string? NameProblem(string name, string label, string what) => LineProblem(name, label, what, MostNameLength)
        ?? (WebAddress().IsMatch(name.Normalize(NormalizationForm.FormKC)) ? $"{label}: Eine Internetadresse ist hier nicht möglich." : null);

    static string? LineProblem(string text, string label, string what, int most) =>
        text.Length == 0 ? $"Bitte geben Sie {what} an."
        : text.EnumerateRunes().Count() > most ? $"{label}: höchstens {most} Zeichen sind möglich."
        : text.Any(c => TypedText.EndsLine(c) || TypedText.TurnsDirection(c)) ? $"{label}: Zeilenumbrüche und Steuerzeichen sind nicht möglich."
        : TypedText.IsGarbled(text) ? $"{label}: {Garbled}"
        : TypedText.IsBlank(text) ? $"Bitte geben Sie {what} an."
        : null;

    /// <summary>
    /// What mail programs make a link of, in any script and with the full stops of any. A capital after the point, as in Dr.Müller, makes
    /// none but with the best-known endings, nor do the degrees that people write without a space, as in Dr.rer.nat.
    /// </summary>
    [GeneratedRegex(@"://|(?i:\bwww\.)|[\p{L}\d-][.\u3002](?!(?:agr|dent|habil|iur|jur|med|nat|oec|phil|pol|rer|theol)\b)(?:\p{Ll}{2,}|\p{Lu}{2,}|(?i:com|net|org|info|biz|de|eu|ru|cn|io|xyz))(?![\p{L}\d])")]
    private static partial Regex WebAddress();
}
