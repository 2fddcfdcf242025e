using System.Text;
using System.Text.RegularExpressions;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Needs;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Web.Forms;

namespace ThaffFunctions.Registration.Applying;

/// <summary>The rules for a registration; each problem is a sentence at its field.</summary>
static partial class RegistrationCheck
{
    public const string AttendanceField = "attendance";

    public static readonly Bilingual AttendanceMissing = new(
        "Teilnahme: Bitte wählen Sie „vor Ort“ oder „online“.", "Attendance: please choose “on site” or “online”.");

    const int MaxNameLength = 100;
    const int MaxPhoneLength = 40;
    const int MaxCompanyLength = 200;
    const int MaxQuestionLength = 2000;
    const int MaxNeedsLength = 500;

    static readonly Bilingual FirstName = new("Vorname", "First name");
    static readonly Bilingual LastName = new("Nachname", "Last name");
    static readonly Bilingual TheFirstName = new("den Vornamen", "the first name");
    static readonly Bilingual TheLastName = new("den Nachnamen", "the last name");
    static readonly Bilingual NeedsOfOther = new("Was die Person zur Teilnahme braucht", "What the person needs to take part");
    static readonly Bilingual Needs = new("Was Sie zur Teilnahme brauchen", "What you need to take part");
    static readonly Bilingual FromTheList = new("Bitte wählen Sie aus der Liste.", "please choose from the list.");

    static readonly Bilingual Garbled = new(
        "einige Zeichen sind nicht lesbar angekommen. Bitte geben Sie sie noch einmal ein.",
        "some characters arrived in unreadable form. Please enter them again.");

    /// <param name="session">What is applied for.</param>
    /// <param name="typed">The fields.</param>
    /// <param name="postedFrom">Where they were filled in, for the proof of consent where the newsletter is asked for.</param>
    /// <param name="language">Of the form.</param>
    /// <param name="nobodyElse">What stands for the address where there may be none; null where everybody must give one.</param>
    /// <returns>The first person and their colleagues, in the order of the form; nobody if anything is wrong.</returns>
    public static (IReadOnlyList<Applicant> Applicants, FieldProblems Problems) Check(
        SessionId session, RegistrationFields typed, string postedFrom, Language language, EmailAddress? nobodyElse = null)
    {
        var (email, emailProblem) = ReadAddress(typed, nobodyElse);
        var problems = CheckPerson(typed, language, emailProblem, isOther: nobodyElse is not null);
        var colleagues = CheckColleagues(typed, email, problems, language);
        if (problems.Any) return ([], problems);

        var first = new Applicant(session, typed.FirstName, typed.LastName, email!.Value, typed.Company,
            Sector.FindOfPerson(typed.Sector)!, Region.FindOfPerson(typed.Region)!, typed.Question, typed.Newsletter ? postedFrom : null)
        {
            Needs = AccessNeeds.Of(typed.Needs, typed.NeedsOther),
            Language = language,
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
    public static (EmailAddress? Address, Bilingual? Problem) ReadAddress(RegistrationFields typed, EmailAddress? nobodyElse) =>
        nobodyElse is not null && typed.Email.Length == 0 ? (nobodyElse, null) : EmailAddress.Read(typed.Email);

    /// <summary>Each row is checked like the first person; the same person twice would be one registration.</summary>
    static List<(Colleague Row, EmailAddress Email)> CheckColleagues(
        RegistrationFields typed, EmailAddress? first, FieldProblems problems, Language language)
    {
        List<(Colleague Row, EmailAddress Email)> colleagues = [];
        HashSet<(string, string, string)> persons = [KeyOf(typed.FirstName, typed.LastName, first)];
        foreach (var row in typed.Colleagues.Where(row => row.IsGiven))
        {
            var (email, emailProblem) = EmailAddress.Read(row.Email);
            Add("firstName", NameProblem(row.FirstName, FirstName, TheFirstName, language));
            Add("lastName", NameProblem(row.LastName, LastName, TheLastName, language));
            Add("email", emailProblem is null ? null : language.Say(emailProblem));
            if (email is not { } known) continue;

            colleagues.Add((row, known));
            if (!persons.Add(KeyOf(row.FirstName, row.LastName, known)))
                Add("firstName", language.Say("Diese Person steht in diesem Formular schon weiter oben, mit derselben Adresse.",
                    "This person is already further up in this form, with the same address."));

            void Add(string field, string? problem) =>
                problems.Add(row.NameOf(field), problem is null ? null : $"{row.LabelIn(language)}: {problem}");
        }

        if (typed.HasTooManyColleagues)
            problems.Add($"firstName{Colleague.MaxPersons + 1}", language.Say(
                $"Höchstens {Colleague.MaxPersons} Personen sind auf einmal möglich.",
                $"At most {Colleague.MaxPersons} people can be registered at once."));
        return colleagues;

        static (string, string, string) KeyOf(string firstName, string lastName, EmailAddress? email) =>
            (Applicant.FoldedText(firstName), Applicant.FoldedText(lastName), email?.Canonical ?? "");
    }

    /// <summary>What can be corrected later: everything but the address.</summary>
    /// <param name="typed">The fields.</param>
    /// <param name="language">Of the form.</param>
    /// <param name="emailProblem">What is wrong with the address, where there is one; it has its place among the others.</param>
    /// <param name="isOther">Whether it is about somebody else than who fills in the form: staff do so for a caller.</param>
    public static FieldProblems CheckPerson(
        RegistrationFields typed, Language language, Bilingual? emailProblem = null, bool isOther = false)
    {
        var problems = new FieldProblems();
        var needs = isOther ? NeedsOfOther : Needs;
        problems.Add("firstName", NameProblem(
            typed.FirstName, FirstName, isOther ? TheFirstName : new("Ihren Vornamen", "your first name"), language));
        problems.Add("lastName", NameProblem(
            typed.LastName, LastName, isOther ? TheLastName : new("Ihren Nachnamen", "your last name"), language));
        problems.Add("email", emailProblem is null ? null : language.Say(emailProblem));
        problems.Add("phone", Phone().IsMatch(typed.Phone) ? null
            : $"Telefon: höchstens {MaxPhoneLength} Ziffern, Leerzeichen und + ( ) / - sind möglich."); // asked for by staff only
        problems.Add("company", typed.Company.Length == 0 ? null : LineProblem(
            typed.Company, new("Unternehmen oder Einrichtung", "Company or organisation"),
            new("Ihr Unternehmen oder Ihre Einrichtung", "your company or organisation"), MaxCompanyLength, language));
        if (Sector.FindOfPerson(typed.Sector) is null) problems.Add("sector", Problem(new("Branche", "Sector"), FromTheList, language));
        if (Region.FindOfPerson(typed.Region) is null)
            problems.Add("region", Problem(new("Landkreis oder kreisfreie Stadt", "District or city"), FromTheList, language));
        if (!typed.Needs.All(AccessNeeds.IsKnown)) problems.Add("needs", Problem(needs, FromTheList, language));
        problems.Add("needsOther", TextProblem(typed.NeedsOther, needs, MaxNeedsLength, language));
        problems.Add("question", TextProblem(typed.Question, isOther ? new("Frage an die Runde", "Question to the group")
            : new("Ihre Frage an die Runde", "Your question to the group"), MaxQuestionLength, language));
        return problems;
    }

    static string Problem(Bilingual label, Bilingual problem, Language language) => $"{language.Say(label)}: {language.Say(problem)}";

    static Bilingual TooLong(int most) =>
        new($"höchstens {most} Zeichen sind möglich.", $"at most {most} characters are allowed.");

    static string? TextProblem(string text, Bilingual label, int most, Language language) =>
        text.Length > most ? Problem(label, TooLong(most), language)
        : text.Any(c => TypedText.TurnsDirection(c) || (char.IsControl(c) && c is not ('\n' or '\t')))
        ? Problem(label, new("Der Text enthält Zeichen, die nicht gedruckt werden können.",
            "the text contains characters that cannot be printed."), language)
        : TypedText.IsGarbled(text) ? Problem(label, Garbled, language)
        : null;

    /// <summary>A name goes into a mail to an address nobody has proven yet, so it must not carry a link.</summary>
    static string? NameProblem(string name, Bilingual label, Bilingual what, Language language) =>
        LineProblem(name, label, what, MaxNameLength, language)
        ?? (WebAddress().IsMatch(name.Normalize(NormalizationForm.FormKC))
            ? Problem(label, new("Eine Internetadresse ist hier nicht möglich.", "web addresses are not allowed here."), language)
            : null);

    static string? LineProblem(string text, Bilingual label, Bilingual what, int most, Language language) =>
        text.Length == 0 ? Missing(what, language)
        : text.EnumerateRunes().Count() > most ? Problem(label, TooLong(most), language)
        : text.Any(c => TypedText.EndsLine(c) || TypedText.TurnsDirection(c)) ? Problem(label,
            new("Zeilenumbrüche und Steuerzeichen sind nicht möglich.", "line breaks and control characters are not allowed."), language)
        : TypedText.IsGarbled(text) ? Problem(label, Garbled, language)
        : TypedText.IsBlank(text) ? Missing(what, language)
        : null;

    static string Missing(Bilingual what, Language language) =>
        language.Say($"Bitte geben Sie {what.German} an.", $"Please enter {what.English}.");

    [GeneratedRegex(@"^[0-9+()/ -]{0,40}\z")]
    private static partial Regex Phone();

    /// <summary>
    /// What mail programs make a link of, in any script and with the full stops of any. A capital after the point, as in Dr.Müller, makes
    /// none but with the best-known endings, nor do the degrees that people write without a space, as in Dr.rer.nat.
    /// </summary>
    [GeneratedRegex(@"://|(?i:\bwww\.)|[\p{L}\d-][.\u3002](?!(?:agr|dent|habil|iur|jur|med|nat|oec|phil|pol|rer|theol)\b)(?:\p{Ll}{2,}|\p{Lu}{2,}|(?i:com|net|org|info|biz|de|eu|ru|cn|io|xyz))(?![\p{L}\d])")]
    private static partial Regex WebAddress();
}
