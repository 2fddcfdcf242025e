namespace ThaffFunctions.Campaigns;

/// <summary>
/// Noted: there is a reason for it, and it is not decided yet whether and when it goes out. Expanding: delivery rows are being written.
/// Expanded: all are there. Overdue: it was missed, in whole or in part, and staff are told.
/// </summary>
public enum CampaignState { Noted, Expanding, Expanded, Overdue }
