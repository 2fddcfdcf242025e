using System.Globalization;
using System.Text.RegularExpressions;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Forms;
using ThaffFunctions.Shared.Mail;

namespace ThaffFunctions.Registration;

/// <summary>What somebody typed into the form, field by field, right or wrong.</summary>
public sealed record RegistrationFields
{
    public static readonly RegistrationFields Empty = new();

    public string FirstName { get; init; } = "";
    public string LastName { get; init; } = "";
    public string Email { get; init; } = "";
    public string Company { get; init; } = "";
    public string Sector { get; init; } = "";
    public string Region { get; init; } = "";
    public string Question { get; init; } = "";
    public bool Consent { get; init; }
    public bool Newsletter { get; init; }

    public static RegistrationFields Read(FormBody body) => new()
    {
        FirstName = body["firstName"].Trim(' '),
        LastName = body["lastName"].Trim(' '),
        Email = body["email"].Trim(' '),
        Company = body["company"].Trim(' '),
        Sector = body["sector"].Trim(' '),
        Region = body["region"].Trim(' '),
        Question = body["question"].Trim().ReplaceLineEndings("\n"),
        Consent = body.Has("consent"),
        Newsletter = body.Has("newsletter"),
    };

    public static RegistrationFields Of(Attendee attendee) => new()
    {
        FirstName = attendee.FirstName,
        LastName = attendee.LastName,
        Email = attendee.Email.Value,
        Company = attendee.Company,
        Sector = attendee.Sector.Key,
        Region = attendee.Region.Key,
        Question = attendee.Question,
    };

    /// <summary>Checked fields take the place of the attendee's.</summary>
    public Attendee Correct(Attendee attendee) => attendee with
    {
        FirstName = FirstName,
        LastName = LastName,
        Company = Company,
        Sector = Shared.Sector.Find(Sector)!,
        Region = Shared.Region.Find(Region)!,
        Question = Question,
    };
}

/// <summary>The rules for a registration; each problem is a German sentence at its field.</summary>
public static partial class RegistrationCheck
{
    const int MostNameLength = 100;
    const int MostCompanyLength = 200;
    const int MostQuestionLength = 2000;

    public static (Applicant? Applicant, FieldProblems Problems) Check(SessionId session, RegistrationFields typed)
    {
        var problems = CheckPerson(typed);
        var (email, emailProblem) = EmailAddress.Read(typed.Email);
        problems.Add("email", emailProblem);
        if (!typed.Consent) problems.Add("consent", "Ohne Ihre Einwilligung können wir die Anmeldung nicht annehmen.");

        return problems.Any
            ? (null, problems)
            : (new(session, typed.FirstName, typed.LastName, email!.Value, typed.Company, Sector.Find(typed.Sector)!, Region.Find(typed.Region)!,
                typed.Question, typed.Newsletter), problems);
    }

    /// <summary>What can be corrected later: everything but address and consent.</summary>
    public static FieldProblems CheckPerson(RegistrationFields typed)
    {
        var problems = new FieldProblems();
        problems.Add("firstName", NameProblem(typed.FirstName, "Ihren Vornamen"));
        problems.Add("lastName", NameProblem(typed.LastName, "Ihren Nachnamen"));
        problems.Add("company", LineProblem(typed.Company, "Ihr Unternehmen oder Ihre Einrichtung", MostCompanyLength));
        if (Sector.Find(typed.Sector) is null) problems.Add("sector", "Bitte wählen Sie eine Branche aus der Liste.");
        if (Region.Find(typed.Region) is null) problems.Add("region", "Bitte wählen Sie eine Region aus der Liste.");
        if (typed.Question.Length > MostQuestionLength) problems.Add("question", $"Die Frage ist zu lang; höchstens {MostQuestionLength} Zeichen sind möglich.");
        else if (typed.Question.Any(c => char.IsControl(c) && c is not ('\n' or '\t'))) problems.Add("question", "Die Frage enthält Zeichen, die nicht gedruckt werden können.");
        return problems;
    }

    /// <summary>A name goes into a mail to an address nobody has proven yet, so it must not carry a link.</summary>
    static string? NameProblem(string name, string what) => LineProblem(name, what, MostNameLength)
        ?? (WebAddress().IsMatch(name) ? "Ein Name darf keine Internetadresse enthalten." : null);

    static string? LineProblem(string text, string what, int most) =>
        text.Length == 0 ? $"Bitte geben Sie {what} an."
        : text.EnumerateRunes().Count() > most ? $"Höchstens {most} Zeichen sind möglich."
        : text.Any(BreaksTheLine) ? "Zeilenumbrüche und Steuerzeichen sind hier nicht möglich."
        : string.IsNullOrWhiteSpace(text) ? $"Bitte geben Sie {what} an."
        : null;

    /// <summary>Line ends of every kind, control characters, and marks that turn the direction of what follows.</summary>
    static bool BreaksTheLine(char c) => char.IsControl(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>What mail programs make a link of. A capital after the point, as in Dr.Müller, is none.</summary>
    [GeneratedRegex(@"://|(?i:\bwww\.)|[\p{L}\d-]\.([a-z]{2,}|[A-Z]{2,})(?![\p{L}\d])")]
    private static partial Regex WebAddress();
}
