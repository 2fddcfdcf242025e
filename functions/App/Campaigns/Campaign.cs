using Azure;
using ThaffFunctions.Campaigns.Announcements;
using ThaffFunctions.Campaigns.Expanding;
using ThaffFunctions.Registration;

namespace ThaffFunctions.Campaigns;

/// <summary>A campaign that was decided upon; its row exists once. Acts that its state does not allow return null.</summary>
/// <param name="Id">Which.</param>
/// <param name="State">How far it is.</param>
/// <param name="DecidedAt">Since when it is so; of one that is done, when it was started or went on.</param>
public sealed record Campaign(CampaignId Id, CampaignState State, DateTimeOffset DecidedAt)
{
    /// <summary>The ranges of recipients not yet expanded, one character each.</summary>
    public string Remaining { get; init; } = "";

    /// <summary>
    /// How many people of the finished ranges its mails can reach; who has no address, for example, has a delivery and is none.
    /// </summary>
    public int Recipients { get; init; }

    /// <summary>Overdue: the day of the report that tells staff.</summary>
    public DateOnly? ReportedOn { get; init; }

    /// <summary>Paused: what it was before.</summary>
    public CampaignState? PausedFrom { get; init; }

    /// <summary>When it is to go out, where the programme does not say it.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>What staff wrote; null for all other kinds.</summary>
    public Announcement? Announcement { get; init; }

    public ETag ETag { get; init; }

    /// <summary>Which of those who are registered for its session it goes to.</summary>
    public AttendeeState Addressed => Announcement is { IsToWaiting: true } ? AttendeeState.Waiting : AttendeeState.Seated;

    public bool IsOver => State is CampaignState.Done or CampaignState.Cancelled or CampaignState.Overdue;

    /// <summary>Not started, and not paused.</summary>
    public bool IsAhead => State is CampaignState.Planned or CampaignState.Held or CampaignState.Released;

    /// <summary>Started and not over, also while it is paused.</summary>
    public bool IsUnderWay => (PausedFrom ?? State) is CampaignState.Expanding or CampaignState.Sending;

    /// <summary>Whether mails of it were written, or may have been.</summary>
    public bool HasBegun => IsUnderWay || Recipients > 0 || Remaining.Length > 0;

    public static Campaign Plan(CampaignId id, DateTimeOffset now) => new(id, CampaignState.Planned, now);

    public static Campaign Start(CampaignId id, DateTimeOffset now) => Plan(id, now).Start(now)!;

    public static Campaign Missed(CampaignId id, DateTimeOffset now) => Plan(id, now).GiveUp(now)!;

    /// <summary>Mails that are still not sent now are not sent any more.</summary>
    public bool IsOverdueAt(DateTimeOffset now, TimeSpan window) => now > DecidedAt + window;

    public Campaign? Hold() => State switch
    {
        CampaignState.Held => this,
        CampaignState.Planned or CampaignState.Released => this with { State = CampaignState.Held },
        _ => null,
    };

    /// <summary>What staff write can be changed until it is released: then it is what was looked at.</summary>
    public Campaign? Rewrite(Announcement announcement, DateTimeOffset? due) =>
        Announcement is not null && State is (CampaignState.Planned or CampaignState.Held)
            ? this with { Announcement = announcement, Due = due }
            : null;

    /// <summary>An announcement without a date goes out now.</summary>
    public Campaign? Release(DateTimeOffset now) => IsAhead
        ? this with { State = CampaignState.Released, Due = Announcement is null ? Due : Due ?? now }
        : null;

    public Campaign? Start(DateTimeOffset now) => State is CampaignState.Planned or CampaignState.Released
        ? this with { State = CampaignState.Expanding, DecidedAt = now, Remaining = CampaignRange.AllOf(Id) }
        : null;

    public Campaign? Pause(DateTimeOffset now) => State == CampaignState.Paused ? this
        : IsOver ? null
        : this with { State = CampaignState.Paused, PausedFrom = State, DecidedAt = now };

    /// <summary>The time within which it must be sent begins anew.</summary>
    public Campaign? Resume(DateTimeOffset now) => PausedFrom is { } before
        ? this with { State = before, PausedFrom = null, DecidedAt = now }
        : IsOver ? null : this;

    public Campaign? Cancel(DateTimeOffset now) => State switch
    {
        CampaignState.Cancelled => this,
        CampaignState.Done or CampaignState.Overdue => null,
        _ => this with { State = CampaignState.Cancelled, PausedFrom = null, DecidedAt = now },
    };

    /// <summary>Deliveries that had failed are queued again.</summary>
    public Campaign? Retry(DateTimeOffset now) => State is CampaignState.Sending or CampaignState.Done
        ? this with { State = CampaignState.Sending, DecidedAt = now }
        : null;

    public Campaign? Complete() => State == CampaignState.Sending ? this with { State = CampaignState.Done } : null;

    /// <summary>What was not expanded or not sent in time stays unsent.</summary>
    public Campaign? GiveUp(DateTimeOffset now) =>
        IsOver ? null : this with { State = CampaignState.Overdue, PausedFrom = null, DecidedAt = now };

    /// <summary>Counts a range once, however often it is reported as finished; it may have been paused or given up meanwhile.</summary>
    public Campaign Finish(char range, int recipients)
    {
        if (!Remaining.Contains(range)) return this;

        var finished = this with { Remaining = Remaining.Replace(range.ToString(), ""), Recipients = Recipients + recipients };
        if (finished.Remaining.Length > 0) return finished;
        if (State == CampaignState.Expanding) return finished with { State = CampaignState.Sending };
        return PausedFrom == CampaignState.Expanding ? finished with { PausedFrom = CampaignState.Sending } : finished;
    }
}
