using System.Globalization;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Campaigns;

/// <summary>
/// The id is derived from what the campaign is about, so that it exists once: <c>session.invitation</c>, or
/// <c>session.reminder-7-20261208</c> with the date, so that a session moved to another day is reminded of again. Announcements have a
/// number; those to the mailing list belong to no session: <c>all.announcement-01…</c>. Of digests there is one a month:
/// <c>all.digest-202612</c>.
/// </summary>
public sealed record CampaignId(SessionId? Session, string Name)
{
    const string InvitationName = "invitation";
    const string FollowUpName = "follow-up";
    const string AnnouncementPrefix = "announcement-";
    const string DigestPrefix = "digest-";
    const string MonthFormat = "yyyyMM";
    const string NoSession = "all";

    public CampaignKind Kind => Name switch
    {
        InvitationName => CampaignKind.Invitation,
        FollowUpName => CampaignKind.FollowUp,
        _ when Name.StartsWith(AnnouncementPrefix, StringComparison.Ordinal) => CampaignKind.Announcement,
        _ when Name.StartsWith(DigestPrefix, StringComparison.Ordinal) => CampaignKind.Digest,
        _ => CampaignKind.Reminder,
    };

    /// <summary>A digest's: the first day of it; null for all others.</summary>
    public DateOnly? Month => Kind == CampaignKind.Digest && DateOnly.TryParseExact(
        Name[DigestPrefix.Length..], MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null;

    /// <summary>A reminder's: how many days before the session; null for all others.</summary>
    public int? DaysBefore => Kind == CampaignKind.Reminder && Name.Split('-') is [_, var days, _]
        && int.TryParse(days, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Tells the reminders of a session apart, for staff: <c> (7 Tage vorher)</c>; empty for other kinds.</summary>
    public string InAdvance => DaysBefore is { } days ? $" ({(days == 1 ? "1 Tag" : $"{days} Tage")} vorher)" : "";

    /// <summary>The partition of its row.</summary>
    public string Partition => Session?.Value ?? NoSession;

    public static CampaignId Invitation(SessionId session) => new(session, InvitationName);

    /// <summary>Once per session, however often its documentation is corrected.</summary>
    public static CampaignId FollowUp(SessionId session) => new(session, FollowUpName);

    public static CampaignId Reminder(Session session, int days) =>
        new(session.Id, string.Create(CultureInfo.InvariantCulture, $"reminder-{days}-{DateOf(session)}"));

    /// <param name="session">To whose attendees it goes; null: to the mailing list.</param>
    public static CampaignId NewAnnouncement(SessionId? session) => new(session, $"{AnnouncementPrefix}{Guid.CreateVersion7():N}");

    /// <summary>Of the month that the day belongs to.</summary>
    public static CampaignId Digest(DateOnly day) => new(null, DigestPrefix + day.ToString(MonthFormat, CultureInfo.InvariantCulture));

    public static CampaignId? Parse(string? text) => text?.Split('.') switch
    {
        [NoSession, { Length: > 0 } name] => new(null, name),
        [var session, { Length: > 0 } name] when SessionId.Parse(session) is { } id => new(id, name),
        _ => null,
    };

    /// <summary>False for a reminder of a date that the session was moved from.</summary>
    public bool StillConcerns(Session session) =>
        Kind != CampaignKind.Reminder || Name.EndsWith(DateOf(session), StringComparison.Ordinal);

    /// <summary>The time after which it is not sent: an invitation when registration closes, a reminder when the session begins.</summary>
    public DateTimeOffset EndsFor(Session? session) => (Kind, session) switch
    {
        (CampaignKind.Invitation, not null) => session.RegistrationCloses,
        (CampaignKind.Reminder, not null) => session.Start,
        _ => DateTimeOffset.MaxValue,
    };

    public override string ToString() => $"{Partition}.{Name}";

    static string DateOf(Session session) => Berlin.Date(session.Start).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
