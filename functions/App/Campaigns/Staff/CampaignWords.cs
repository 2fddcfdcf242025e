using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Mail.Sending;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Campaigns.Staff;

/// <summary>Campaigns in German, for pages and the staff API.</summary>
static class CampaignWords
{
    public static string NameOf(CampaignEntry entry) => entry.Id.Kind switch
    {
        CampaignKind.Invitation => $"Einladung {TitleOf(entry)}",
        CampaignKind.FollowUp => $"Nachlese {TitleOf(entry)}",
        CampaignKind.Announcement => $"Mitteilung „{entry.Campaign?.Announcement?.Subject}“",
        CampaignKind.Digest => $"Monatsüberblick für Multiplikator*innen{(entry.Campaign?.Due is { } due ? $", {Berlin.Local(due).ToString("MMMM yyyy", Berlin.German)}" : "")}",
        _ => $"Erinnerung{entry.Id.InAdvance} {TitleOf(entry)}",
    };

    public static string StateOf(CampaignState state) => state switch
    {
        CampaignState.Planned => "geplant",
        CampaignState.Held => "angehalten",
        CampaignState.Released => "freigegeben",
        CampaignState.Expanding => "wird vorbereitet",
        CampaignState.Sending => "wird versandt",
        CampaignState.Paused => "unterbrochen",
        CampaignState.Cancelled => "abgebrochen",
        CampaignState.Overdue => "verpasst",
        _ => "abgeschlossen",
    };

    public static string SentenceOf(CampaignState state) => state switch
    {
        CampaignState.Planned => "Die Aussendung ist geplant",
        CampaignState.Held => "Die Aussendung ist angehalten",
        CampaignState.Released => "Die Aussendung ist freigegeben",
        CampaignState.Expanding or CampaignState.Sending => "Die Aussendung läuft",
        CampaignState.Paused => "Die Aussendung ist unterbrochen",
        CampaignState.Cancelled => "Die Aussendung ist abgebrochen",
        CampaignState.Overdue => "Die Aussendung wurde verpasst",
        _ => "Die Aussendung ist abgeschlossen",
    };

    /// <summary>To whom it goes.</summary>
    public static IEnumerable<string> ToWhom(CampaignEntry entry)
    {
        switch (entry.Id.Kind)
        {
            case CampaignKind.Invitation:
                yield return "Alle im Verteiler, deren Auswahl zum Termin passt und die noch nicht angemeldet sind";
                break;
            case CampaignKind.Digest:
                yield return "Alle Multiplikator*innen im Verteiler, deren Branche oder Region offene Fragen oder Anliegen hat";
                break;
            case CampaignKind.FollowUp:
                yield return "Alle, die zum Termin angemeldet waren, und alle im Verteiler, die von neuen Dokumentationen hören wollen";
                break;
            case CampaignKind.Announcement when entry.Id.Session is null:
                yield return "Alle im Verteiler, deren Auswahl passt";
                if (entry.Campaign?.Announcement?.Segment is not { } segment) break;
                if (segment.Regions.Count > 0) yield return $"Regionen: {string.Join("; ", segment.Regions.Select(region => region.Name))}";
                if (segment.Sectors.Count > 0) yield return $"Branchen: {string.Join("; ", segment.Sectors.Select(sector => sector.Name))}";
                if (segment.Topics.Count > 0) yield return $"Schwerpunkte: {string.Join("; ", segment.Topics)}";
                break;
            case CampaignKind.Announcement when entry.Campaign?.Announcement is { IsToWaiting: true }:
                yield return "Alle, die für den Termin auf der Warteliste stehen";
                break;
            default:
                yield return "Alle, die zum Termin einen Platz haben";
                break;
        }
    }

    public static string StateOf(DeliveryState state) => state switch
    {
        DeliveryState.Queued => "wartet",
        DeliveryState.Sending => "wird versandt",
        DeliveryState.Sent => "versandt",
        DeliveryState.Delivered => "angekommen",
        DeliveryState.Bounced => "abgewiesen",
        DeliveryState.Skipped => "ausgelassen",
        _ => "fehlgeschlagen",
    };

    /// <summary>When a mailing that has not begun goes out; of a time that is past, that it was planned then.</summary>
    public static string WhenOf(CampaignEntry entry, DateTimeOffset now) => entry.Planned?.Due is not { } due ? "nach der Freigabe"
        : due > now ? Berlin.Moment(due)
        : entry.Campaign?.State == CampaignState.Released ? "in der nächsten Viertelstunde"
        : $"war für {Berlin.Moment(due)} geplant";

    /// <summary>Of people whom a mailing does not reach.</summary>
    /// <param name="why">As a delivery that is skipped says it.</param>
    /// <param name="count">How many.</param>
    /// <param name="isCounted">Whether there are no more.</param>
    public static string NotReached(string why, int count, bool isCounted)
    {
        var number = $"{(isCounted ? "" : "mindestens ")}{Count(count)}";
        return why != MailPreparation.NoMailbox ? $"{number} nicht: {why}"
            : $"{number} {(count == 1 ? "Person" : "Personen")} ohne E-Mail-Adresse erreicht diese Nachricht nicht";
    }

    public static string Count(int number) => number.ToString("N0", Berlin.German);

    static string TitleOf(CampaignEntry entry) =>
        $"zu {entry.Session?.TitleAndDay ?? entry.Id.Session?.Value}";
}
