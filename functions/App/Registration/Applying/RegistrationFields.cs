using ThaffFunctions.Registration.Needs;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Web.Forms;

namespace ThaffFunctions.Registration.Applying;

/// <summary>What somebody typed into the form, field by field, right or wrong.</summary>
public sealed record RegistrationFields
{
    public static readonly RegistrationFields Empty = new();

    public string FirstName { get; init; } = "";
    public string LastName { get; init; } = "";
    public string Email { get; init; } = "";

    /// <summary>Asked for by staff alone, of who has no address.</summary>
    public string Phone { get; init; } = "";

    public string Company { get; init; } = "";
    public string Sector { get; init; } = "";
    public string Region { get; init; } = "";
    public string Question { get; init; } = "";
    public bool Newsletter { get; init; }

    /// <summary>Keys of <see cref="AccessNeeds.All"/>, right or wrong.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    public string NeedsOther { get; init; } = "";

    /// <summary>A key of <see cref="AttendanceWords"/>, right or wrong; empty: nothing was said.</summary>
    public string Attendance { get; init; } = "";

    /// <summary>Rows of others who are registered too; those that are empty are nobody.</summary>
    public IReadOnlyList<Colleague> Colleagues { get; init; } = [.. Colleague.Numbers.Select(number => new Colleague(number))];

    /// <summary>Whether there is a row more than may be.</summary>
    public bool HasTooManyColleagues { get; init; }

    /// <summary>How many are registered.</summary>
    public int Persons => 1 + Colleagues.Count(colleague => colleague.IsGiven);

    /// <summary>The fields that may occur several times.</summary>
    public static readonly string[] Lists = ["needs"];

    public static RegistrationFields Read(FormBody body) => new()
    {
        FirstName = body["firstName"].Trim(' '),
        LastName = body["lastName"].Trim(' '),
        Email = body["email"].Trim(' '),
        Company = body["company"].Trim(' '),
        Sector = body["sector"].Trim(' '),
        Region = body["region"].Trim(' '),
        Question = body["question"].Trim().ReplaceLineEndings("\n"),
        Newsletter = body.Has("newsletter"),
        Needs = body.List("needs"),
        NeedsOther = body["needsOther"].Trim().ReplaceLineEndings("\n"),
        Attendance = body[RegistrationCheck.AttendanceField].Trim(' '),
        Colleagues = [.. Colleague.Numbers.Select(number => Colleague.Read(body, number))],
        HasTooManyColleagues = Colleague.Read(body, Colleague.MaxPersons + 1).IsGiven,
    };

    /// <summary>A form of staff, who may register people without an address.</summary>
    public static RegistrationFields ReadFromStaff(FormBody body) => Read(body) with { Phone = body["phone"].Trim(' ') };

    public static RegistrationFields Of(Attendee attendee) => new()
    {
        FirstName = attendee.FirstName,
        LastName = attendee.LastName,
        Email = attendee.Email.HasMailbox ? attendee.Email.Value : "",
        Phone = attendee.Phone,
        Company = attendee.Company,
        Sector = attendee.Sector.Key,
        Region = attendee.Region.Key,
        Question = attendee.Question,
        Needs = attendee.Needs.List,
        NeedsOther = attendee.Needs.Other,
    };

    /// <summary>For a page that gives back what was typed.</summary>
    /// <param name="language">Of the page.</param>
    /// <param name="repeatAt">Where the same may be posted again; null where that would not help.</param>
    public TypedInput Returned(Language language, string? repeatAt = null) => new(
        [
            new("firstName", FirstName, language.Say("Vorname", "First name")),
            new("lastName", LastName, language.Say("Nachname", "Last name")),
            new("email", Email, language.Say("E-Mail-Adresse", "E-mail address")),
            new("phone", Phone, "Telefon"), // asked for by staff only
            new("company", Company, language.Say("Unternehmen oder Einrichtung", "Company or organisation")),
            new("sector", Sector, language.Say("Branche", "Sector"), Shared.Sector.Find(Sector)?.NameIn(language)),
            new("region", Region, language.Say("Landkreis oder kreisfreie Stadt", "District or city"),
                Shared.Region.Find(Region)?.NameIn(language)),
            new("question", Question, language.Say("Ihre Frage an die Runde", "Your question to the group")),
            .. Needs.Select(key => new TypedField("needs", key,
                language.Say("Was Sie zur Teilnahme brauchen", "What you need to take part"),
                AccessNeeds.All.FirstOrDefault(need => need.Key == key).Name is { } name ? language.Say(name) : null)),
            new("needsOther", NeedsOther, language.Say(
                "Was Sie zur Teilnahme brauchen, in Ihren Worten", "What you need to take part, in your own words")),
            new(RegistrationCheck.AttendanceField, Attendance, language.Say("Teilnahme", "Attendance"),
                AttendanceWords.Find(Attendance) is { } mode ? AttendanceWords.Of(mode, language) : null),
            .. Colleagues.Where(colleague => colleague.IsGiven).SelectMany(colleague => colleague.Returned(language)),
            new("newsletter", Newsletter ? "ja" : "", "Newsletter", Newsletter ? language.Say("ja", "yes") : null),
        ],
        repeatAt);

    /// <summary>Checked fields take the place of the attendee's.</summary>
    public Attendee Correct(Attendee attendee) => attendee.With(AccessNeeds.Of(Needs, NeedsOther)) with
    {
        FirstName = FirstName,
        LastName = LastName,
        Company = Company,
        Sector = Shared.Sector.FindOfPerson(Sector)!,
        Region = Shared.Region.FindOfPerson(Region)!,
        Question = Question,
    };
}
