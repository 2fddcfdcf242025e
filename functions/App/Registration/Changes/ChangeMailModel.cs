using ThaffFunctions.Programme;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Registration.Changes;

/// <summary>What the mail about a changed session tells.</summary>
/// <param name="Session">As it is now; when and where as it was told before if it is cancelled.</param>
/// <param name="Before">As it was told before; null if it was not.</param>
/// <param name="HasSeat">Or waits for one.</param>
/// <param name="Name">Whom it greets; null to greet without a name.</param>
/// <param name="Manage">The personal link.</param>
/// <param name="Programme">The page with all sessions.</param>
/// <param name="Language">The attendee's.</param>
public sealed record ChangeMailModel(
    Session Session, Appointment? Before, bool HasSeat, string? Name, Uri Manage, Uri Programme, Language Language)
    : IModelOf<ChangeMailBody>
{
    public string Subject => $"{What} {Language.ShortMoment(Session.Start)}: {Session.InSubject}";

    string What => Session.IsCancelled ? Language.Say("Abgesagt ist der Termin am", "Cancelled session on")
        : TakesPlaceAfterAll ? Language.Say("Findet doch statt am", "Taking place after all on")
        : Language.Say("Geändert, jetzt am", "Changed, now on");

    /// <summary>What mailboxes show after the subject.</summary>
    public string Preheader => Session.IsCancelled ? Language.Say("Der Termin findet nicht statt; Sie brauchen nichts zu tun.",
            "The session will not take place; you do not need to do anything.")
        : News.Select(news => $"{news.Name}: {news.Now}").FirstOrDefault()
            ?? (HasNewLink
                ? Language.Say("Der Zugangslink zur Online-Teilnahme ist neu.", "There is a new link for taking part online.")
                : Session.VenueIn(Language));

    public bool TakesPlaceAfterAll => !Session.IsCancelled && Before is { IsCancelled: true };

    public bool HasNewLink => Before is { } before && Session.OnlineLink is { } link && before.OnlineLink != link.OriginalString;

    /// <summary>What is new, and what it was.</summary>
    public IEnumerable<(string Name, string Now, string Before)> News
    {
        get
        {
            if (Before is not { } before || Session.IsCancelled) yield break;

            if (Session.Start != before.Start || Session.End != before.End)
                yield return (Language.Say("Neue Zeit", "New time"), TimeOf(Session.Start, Session.End), TimeOf(before.Start, before.End));
            if (Session.SeatsOnline is not null && !before.IsDivided)
                yield return (
                    Language.Say("Vor Ort und online gibt es jetzt eigene Plätze. Ihrer",
                        "There are now separate seats on site and online. Yours"),
                    Language.Say($"{Venue}; wechseln können Sie über den Link", $"{Venue}; you can switch using the link"),
                    VenueBefore(before));
            else if (Session.Venue != before.Venue)
                yield return (Language.Say("Neuer Ort", "New venue"), Venue, VenueBefore(before));
        }
    }

    string Venue => Session.VenueIn(Language);

    string VenueBefore(Appointment before) => Session.VenueOf(before.Place, before.OnlineLink is not null, Language);

    string TimeOf(DateTimeOffset start, DateTimeOffset end) => $"{Language.Day(start)}, {Language.Hours(start, end)}";
}
