namespace ThaffFunctions.Campaigns.Expanding;

/// <summary>Whom a campaign reaches.</summary>
/// <param name="Reached">How many people.</param>
/// <param name="LeftOut">Why it does not reach others, and how many.</param>
/// <param name="IsComplete">False if counting stopped before everybody was looked at: there may be more.</param>
public sealed record CampaignReach(int Reached, IReadOnlyDictionary<string, int> LeftOut, bool IsComplete);
