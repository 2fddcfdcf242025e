using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Time;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Registration;

/// <summary>What the mail about a changed session tells.</summary>
/// <param name="Session">As it is now.</param>
/// <param name="Before">As it was told before; null if it was not.</param>
/// <param name="HasSeat">Or waits for one.</param>
/// <param name="Name">Whom it greets; null to greet without a name.</param>
/// <param name="Manage">The personal link.</param>
/// <param name="Programme">The page with all sessions.</param>
public sealed record ChangeMailModel(Session Session, Appointment? Before, bool HasSeat, string? Name, Uri Manage, Uri Programme)
    : IModelOf<ChangeMailBody>
{
    public string Subject => $"{What} {Berlin.ShortMoment(Session.Start)}: {Session.InSubject}";

    string What => Session.IsCancelled ? "Abgesagt ist der Termin am"
        : TakesPlaceAfterAll ? "Findet doch statt am"
        : "Geändert, jetzt am";

    /// <summary>What mailboxes show after the subject.</summary>
    public string Preheader => Session.IsCancelled ? "Der Termin findet nicht statt; Sie brauchen nichts zu tun."
        : News.Select(news => $"{news.Name}: {news.Now}").FirstOrDefault()
            ?? (HasNewLink ? "Der Zugangslink zur Online-Teilnahme ist neu." : Session.Venue);

    public bool TakesPlaceAfterAll => !Session.IsCancelled && Before is { IsCancelled: true };

    public bool HasNewLink => Before is { } before && Session.OnlineLink is { } link && before.OnlineLink != link.OriginalString;

    /// <summary>What is new, and what it was.</summary>
    public IEnumerable<(string Name, string Now, string Before)> News
    {
        get
        {
            if (Before is not { } before || Session.IsCancelled) yield break;

            if (Session.Start != before.Start || Session.End != before.End)
                yield return ("Neue Zeit", TimeOf(Session.Start, Session.End), TimeOf(before.Start, before.End));
            if (Session.SeatsOnline is not null && !before.IsDivided)
                yield return ("Vor Ort und online gibt es jetzt eigene Plätze. Ihrer", $"{Session.Venue}; wechseln können Sie über den Link",
                    before.Venue);
            else if (Session.Venue != before.Venue) yield return ("Neuer Ort", Session.Venue, before.Venue);
        }
    }

    static string TimeOf(DateTimeOffset start, DateTimeOffset end) => $"{Berlin.Day(start)}, {Berlin.Hours(start, end)}";
}
