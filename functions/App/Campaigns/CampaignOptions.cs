using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace ThaffFunctions.Campaigns;

/// <summary>Section <c>Campaigns</c>: when invitations, reminders and follow-ups are due, in local time.</summary>
public sealed record CampaignOptions
{
    public const string Section = "Campaigns";

    /// <summary>How many days before the session its invitation goes out.</summary>
    [Range(1, 365)]
    public int InvitationDays { get; init; } = 21;

    /// <summary>How many days before the session attendees are reminded, separated by <c>;</c>. Empty: never.</summary>
    [RegularExpression("^([1-9][0-9]?(;[1-9][0-9]?)*)?$")]
    public string ReminderDays { get; init; } = "7;1";

    /// <summary>
    /// For how many days after the session people are told that its documentation is out; fewer than their registrations are kept.
    /// </summary>
    [Range(1, 365)]
    public int FollowUpDays { get; init; } = 60;

    /// <summary>The hour of the day at which campaigns are due.</summary>
    [Range(0, 23)]
    public int Hour { get; init; } = 9;

    /// <summary>How many hours late a campaign may still go out; after that it is reported instead.</summary>
    [Range(1, 168)]
    public int WindowHours { get; init; } = 48;

    /// <summary>Nothing goes out on Sundays and on public holidays of Thuringia.</summary>
    public bool NotOnRestDays { get; init; }

    /// <summary>Nothing goes out that staff have not released.</summary>
    public bool NeedsRelease { get; init; }

    public TimeOnly Time => new(Hour, 0);

    public TimeSpan Window => TimeSpan.FromHours(WindowHours);

    public IEnumerable<int> Reminders => ReminderDays
        .Split(';', StringSplitOptions.RemoveEmptyEntries)
        .Select(days => int.Parse(days, CultureInfo.InvariantCulture))
        .Distinct();
}
