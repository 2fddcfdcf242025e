using ThaffFunctions.Mail.Deliveries;

namespace ThaffFunctions.Campaigns.Expanding;

/// <summary>How many mails of a campaign stand how.</summary>
/// <param name="States">By their states; of what there is none, nothing.</param>
/// <param name="Skipped">Those that were skipped, by the reason.</param>
public sealed record DeliveryCounts(IReadOnlyDictionary<DeliveryState, int> States, IReadOnlyDictionary<string, int> Skipped);
