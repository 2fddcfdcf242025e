namespace ThaffFunctions.Campaigns;

/// <summary>
/// Noted: its cause is stored (documentation was published), and it is not started yet. Expanding: delivery rows are being written.
/// Expanded: all are there. Overdue: it was missed, in whole or in part, and staff are told.
/// </summary>
public enum CampaignState { Noted, Expanding, Expanded, Overdue }
