using ThaffFunctions.Campaigns.Scheduling;
using ThaffFunctions.Programme;

namespace ThaffFunctions.Campaigns;

/// <summary>A campaign as it is planned, as it was decided upon, or both.</summary>
/// <param name="Id">Which.</param>
/// <param name="Planned">When it is to go out; null if nothing plans it any more.</param>
/// <param name="Campaign">Its row; null as long as nobody decided anything.</param>
/// <param name="Session">What it is about; null for announcements to the list.</param>
public sealed record CampaignEntry(CampaignId Id, PlannedCampaign? Planned, Campaign? Campaign, Session? Session);
