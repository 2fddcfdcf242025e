using ThaffFunctions.MailingList.Choosing;
using ThaffFunctions.MailingList.Consents;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.MailingList.Contacts;

/// <summary>An address to enter, checked.</summary>
/// <param name="Email">The address.</param>
/// <param name="Contact">Whose it is.</param>
/// <param name="Preferences">What they want to hear of.</param>
/// <param name="Language">In which language they are written to.</param>
/// <param name="Source">Where they consented; empty without evidence.</param>
/// <param name="Given">When; null without evidence.</param>
public sealed record ContactEntry(
    EmailAddress Email, Contact Contact, Preferences Preferences, Language Language, string Source, DateOnly? Given)
{
    /// <param name="enteredAt">Where staff entered it, in words.</param>
    /// <returns>The proof to keep; null if there is no evidence.</returns>
    public Consent? EvidenceOf(string enteredAt) => Given is not { } day ? null : Consent.Imported(
        $"{enteredAt}, Quelle: {Source}", $"Die Einwilligung wurde an anderer Stelle erteilt, und der Wortlaut liegt dort: {Source}", Preferences,
        Berlin.AtOrAfter(day, TimeOnly.MinValue));
}
