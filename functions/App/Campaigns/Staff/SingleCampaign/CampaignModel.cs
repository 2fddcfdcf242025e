using ThaffFunctions.Campaigns.Expanding;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Campaigns.Staff.SingleCampaign;

/// <summary>The page of <see cref="OpenCampaign"/>.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Entry">The campaign.</param>
/// <param name="Acts">What may be done with it.</param>
/// <param name="Staff">Who may be sent a test.</param>
/// <param name="Problems">Why something could not be done.</param>
public sealed record CampaignModel(
    StaffFrame Frame, CampaignEntry Entry, CampaignActs Acts, IReadOnlyList<EmailAddress> Staff, FieldProblems Problems)
    : IModelOf<CampaignPage>
{
    public Campaign Campaign => Acts.Campaign;

    /// <summary>This moment.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Whether its session is cancelled: then it reaches nobody any more.</summary>
    public bool IsCalledOff => Entry.Session is { IsCancelled: true };

    /// <summary>Subject and text in each language; none if there is nothing to show any more.</summary>
    public IReadOnlyList<(Language Language, string Subject, string Text)> Previews { get; init; } = [];

    /// <summary>Whom it would reach; null once it has begun.</summary>
    public CampaignReach? Reach { get; init; }

    /// <summary>How many of its mails are in which state.</summary>
    public IReadOnlyDictionary<DeliveryState, int> Deliveries { get; init; } = new Dictionary<DeliveryState, int>();

    /// <summary>Of those that were skipped, how many for which reason.</summary>
    public IReadOnlyDictionary<string, int> Skipped { get; init; } = new Dictionary<string, int>();

    /// <summary>Whether all mails were counted.</summary>
    public bool IsCounted { get; init; } = true;

    /// <summary>Whether no mail is left to send, and the timer has not ended it yet: nothing can be stopped any more.</summary>
    public bool IsSent => Campaign.State == CampaignState.Sending && IsCounted && Deliveries.Count > 0
        && !Deliveries.ContainsKey(DeliveryState.Queued) && !Deliveries.ContainsKey(DeliveryState.Sending);

    /// <summary>The number that was typed to release it.</summary>
    public string TypedNumber { get; init; } = "";

    /// <summary>Who was chosen to get a test.</summary>
    public string TypedTo { get; init; } = "";

    /// <summary>The language that was chosen for a test.</summary>
    public string TypedLanguage { get; init; } = "";

    /// <summary>Whether it was confirmed already that it is to be cancelled.</summary>
    public bool IsCancelling { get; init; }
}
