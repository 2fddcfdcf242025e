using Azure;

namespace ThaffFunctions.Campaigns;

/// <summary>A campaign that was decided upon; its row exists once.</summary>
/// <param name="Id">Which.</param>
/// <param name="State">How far it is.</param>
/// <param name="DecidedAt">When it was started or given up.</param>
/// <param name="Remaining">The ranges of recipients not yet expanded, one character each.</param>
/// <param name="Recipients">How many deliveries the finished ranges have.</param>
/// <param name="ReportedOn">Overdue: the day of the report that tells staff.</param>
public sealed record Campaign(CampaignId Id, CampaignState State, DateTimeOffset DecidedAt, string Remaining, int Recipients,
    DateOnly? ReportedOn)
{
    public ETag ETag { get; init; }

    public static Campaign Note(CampaignId id, DateTimeOffset now) => new(id, CampaignState.Noted, now, "", 0, null);

    public static Campaign Start(CampaignId id, DateTimeOffset now) =>
        new(id, CampaignState.Expanding, now, CampaignRange.AllOf(id), 0, null);

    public static Campaign Missed(CampaignId id, DateTimeOffset now) => new(id, CampaignState.Overdue, now, "", 0, null);

    /// <summary>Mails that are still not sent now are not sent any more.</summary>
    public bool IsOverAt(DateTimeOffset now, TimeSpan window) => now > DecidedAt + window;

    /// <summary>What was not expanded or not sent in time stays unsent.</summary>
    public Campaign GiveUp() => this with { State = CampaignState.Overdue };

    /// <summary>Counts a range once, however often it is reported as finished.</summary>
    public Campaign Finish(char range, int recipients)
    {
        if (!Remaining.Contains(range)) return this;

        var remaining = Remaining.Replace(range.ToString(), "");
        return this with
        {
            Remaining = remaining,
            Recipients = Recipients + recipients,
            State = remaining == "" && State == CampaignState.Expanding ? CampaignState.Expanded : State,
        };
    }
}
