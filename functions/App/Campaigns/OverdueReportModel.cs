using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Pages;

namespace ThaffFunctions.Campaigns;

/// <summary>What was not sent and now will not be.</summary>
public sealed record OverdueReportModel(IReadOnlyList<MissedCampaign> Missed) : IModelOf<OverdueReportBody>;

/// <param name="Kind">Einladung, Erinnerung.</param>
/// <param name="Session">The session it was about.</param>
public sealed record MissedCampaign(string Kind, Session Session);
