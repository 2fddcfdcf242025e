using ThaffFunctions.Registration.Applying;
using ThaffFunctions.Registration.Needs;
using ThaffFunctions.Shared;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Registration.Staff;

/// <summary>The form that corrects a registration; the person may change it at the same time, by their link.</summary>
static class CorrectionForm
{
    public static readonly SharedForm<RegistrationFields> Fields = new(
    [
        new("Vorname", typed => typed.FirstName, (typed, stored) => typed with { FirstName = stored.FirstName }),
        new("Nachname", typed => typed.LastName, (typed, stored) => typed with { LastName = stored.LastName }),
        new("E-Mail-Adresse", typed => typed.Email, (typed, stored) => typed with { Email = stored.Email }),
        new("Telefon", typed => typed.Phone, (typed, stored) => typed with { Phone = stored.Phone }),
        new("Unternehmen oder Einrichtung", typed => typed.Company, (typed, stored) => typed with { Company = stored.Company }),
        new("Branche", typed => typed.Sector, (typed, stored) => typed with { Sector = stored.Sector },
            stored => Sector.FindOfPerson(stored.Sector)?.Name ?? stored.Sector),
        new("Landkreis oder kreisfreie Stadt", typed => typed.Region, (typed, stored) => typed with { Region = stored.Region },
            stored => Region.FindOfPerson(stored.Region)?.Name ?? stored.Region),
        new("Was die Person zur Teilnahme braucht", typed => string.Join('\n', typed.Needs.Order(StringComparer.Ordinal)),
            (typed, stored) => typed with { Needs = stored.Needs }, stored => AccessNeeds.Of(stored.Needs, "").Words),
        new("Sonstiges", typed => typed.NeedsOther, (typed, stored) => typed with { NeedsOther = stored.NeedsOther }),
        new("Frage an die Runde", typed => typed.Question, (typed, stored) => typed with { Question = stored.Question }),
    ]);

    public static string VersionOf(Attendee attendee) => Fields.VersionOf(RegistrationFields.Of(attendee));
}
