using System.Text;
using System.Text.RegularExpressions;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Registration;

/// <summary>The rules for a registration; each problem is a German sentence at its field.</summary>
static partial class RegistrationCheck
{
    public const string AttendanceField = "attendance";

    public const string AttendanceMissing = "Teilnahme: Bitte wählen Sie „vor Ort“ oder „online“.";

    const int MostNameLength = 100;
    const int MostPhoneLength = 40;
    const int MostCompanyLength = 200;
    const int MostQuestionLength = 2000;
    const int MostNeedsLength = 500;
    const string Garbled = "einige Zeichen sind nicht lesbar angekommen. Bitte geben Sie sie noch einmal ein.";

    /// <param name="session">What is applied for.</param>
    /// <param name="typed">The fields.</param>
    /// <param name="postedFrom">Where they were filled in, for the proof of consent where the newsletter is asked for.</param>
    /// <param name="nobodyElse">What stands for the address where there may be none; null where everybody must give one.</param>
    /// <returns>The first person and their colleagues, in the order of the form; nobody if anything is wrong.</returns>
    public static (IReadOnlyList<Applicant> Applicants, FieldProblems Problems) Check(
        SessionId session, RegistrationFields typed, string postedFrom, EmailAddress? nobodyElse = null)
    {
        var (email, emailProblem) = ReadAddress(typed, nobodyElse);
        var problems = CheckPerson(typed, emailProblem);
        var colleagues = CheckColleagues(typed, email, problems);
        if (problems.Any) return ([], problems);

        var first = new Applicant(session, typed.FirstName, typed.LastName, email!.Value, typed.Company,
            Sector.FindOfPerson(typed.Sector)!, Region.FindOfPerson(typed.Region)!, typed.Question, typed.Newsletter ? postedFrom : null)
        {
            Needs = AccessNeeds.Of(typed.Needs, typed.NeedsOther),
            Phone = email.Value.HasMailbox ? "" : typed.Phone,
            Mode = AttendanceWords.Find(typed.Attendance),
        };
        return ([first, .. colleagues.Select(colleague => first with
        {
            FirstName = colleague.Row.FirstName,
            LastName = colleague.Row.LastName,
            Email = colleague.Email,
            Question = "",
            NewsletterAskedFrom = null,
            Needs = AccessNeeds.None,
        })], problems);
    }

    /// <param name="typed">The fields.</param>
    /// <param name="nobodyElse">What stands for an address that is left out.</param>
    public static (EmailAddress? Address, string? Problem) ReadAddress(RegistrationFields typed, EmailAddress? nobodyElse) =>
        nobodyElse is not null && typed.Email.Length == 0 ? (nobodyElse, null) : EmailAddress.Read(typed.Email);

    /// <summary>Each row is checked like the first person; the same person twice would be one registration.</summary>
    static List<(Colleague Row, EmailAddress Email)> CheckColleagues(RegistrationFields typed, EmailAddress? first, FieldProblems problems)
    {
        List<(Colleague Row, EmailAddress Email)> colleagues = [];
        HashSet<(string, string, string)> persons = [KeyOf(typed.FirstName, typed.LastName, first)];
        foreach (var row in typed.Colleagues.Where(row => row.IsGiven))
        {
            var (email, emailProblem) = EmailAddress.Read(row.Email);
            Add("firstName", NameProblem(row.FirstName, "Vorname", "den Vornamen"));
            Add("lastName", NameProblem(row.LastName, "Nachname", "den Nachnamen"));
            Add("email", emailProblem);
            if (email is not { } known) continue;

            colleagues.Add((row, known));
            if (!persons.Add(KeyOf(row.FirstName, row.LastName, known)))
                Add("firstName", "Diese Person steht in diesem Formular schon weiter oben, mit derselben Adresse.");

            void Add(string field, string? problem) => problems.Add(row.NameOf(field), problem is null ? null : $"{row.Label}: {problem}");
        }

        if (typed.HasTooManyColleagues)
            problems.Add($"firstName{Colleague.MostPersons + 1}", $"Höchstens {Colleague.MostPersons} Personen sind auf einmal möglich.");
        return colleagues;

        static (string, string, string) KeyOf(string firstName, string lastName, EmailAddress? email) =>
            (Applicant.FoldedText(firstName), Applicant.FoldedText(lastName), email?.Canonical ?? "");
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
        problems.Add("phone", Phone().IsMatch(typed.Phone) ? null
            : $"Telefon: höchstens {MostPhoneLength} Ziffern, Leerzeichen und + ( ) / - sind möglich.");
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

    [GeneratedRegex(@"^[0-9+()/ -]{0,40}\z")]
    private static partial Regex Phone();

    /// <summary>
    /// What mail programs make a link of, in any script and with the full stops of any. A capital after the point, as in Dr.Müller, makes
    /// none but with the best-known endings, nor do the degrees that people write without a space, as in Dr.rer.nat.
    /// </summary>
    [GeneratedRegex(@"://|(?i:\bwww\.)|[\p{L}\d-][.\u3002](?!(?:agr|dent|habil|iur|jur|med|nat|oec|phil|pol|rer|theol)\b)(?:\p{Ll}{2,}|\p{Lu}{2,}|(?i:com|net|org|info|biz|de|eu|ru|cn|io|xyz))(?![\p{L}\d])")]
    private static partial Regex WebAddress();
}
