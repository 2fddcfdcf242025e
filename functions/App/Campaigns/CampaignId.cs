using System.Globalization;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Campaigns;

/// <summary>
/// The id is derived from what the campaign is about, so that it exists once: <c>session.invitation</c>, or
/// <c>session.reminder-7-20261208</c> with the date, so that a session moved to another day is reminded of again.
/// </summary>
public sealed record CampaignId(SessionId Session, string Name)
{
    const string InvitationName = "invitation";

    public bool IsInvitation => Name == InvitationName;

    public static CampaignId Invitation(SessionId session) => new(session, InvitationName);

    /// <summary>Once per session, however often its documentation is corrected.</summary>
    public static CampaignId FollowUp(SessionId session) => new(session, "follow-up");

    public static CampaignId Reminder(Session session, int days) =>
        new(session.Id, string.Create(CultureInfo.InvariantCulture, $"reminder-{days}-{DateOf(session)}"));

    public static CampaignId? Parse(string text) =>
        text.Split('.') is [var session, { Length: > 0 } name] && SessionId.Parse(session) is { } id ? new(id, name) : null;

    /// <summary>False for a reminder of a date that the session was moved from.</summary>
    public bool StillConcerns(Session session) => IsInvitation || Name.EndsWith(DateOf(session), StringComparison.Ordinal);

    /// <summary>The time after which it is not sent: an invitation when registration closes, a reminder when the session begins.</summary>
    public DateTimeOffset EndsFor(Session session) => IsInvitation ? session.RegistrationCloses : session.Start;

    public override string ToString() => $"{Session}.{Name}";

    static string DateOf(Session session) => Berlin.Date(session.Start).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
