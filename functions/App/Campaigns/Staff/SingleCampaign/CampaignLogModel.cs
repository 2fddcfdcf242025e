using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Campaigns.Staff.SingleCampaign;

/// <summary>Who got a campaign's mail, a page at a time.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Entry">The campaign.</param>
/// <param name="Rows">Deliveries, with the address as long as somebody has it.</param>
/// <param name="Next">What to ask for the next page with; null at the end.</param>
public sealed record CampaignLogModel(
    StaffFrame Frame, CampaignEntry Entry, IReadOnlyList<(Delivery Delivery, string? To)> Rows, string? Next) : IModelOf<CampaignLogPage>;
