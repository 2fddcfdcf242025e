namespace ThaffFunctions.Campaigns;

/// <summary>
/// Planned: goes out when it is due, unless a setting asks for release. Held: waits for release. Released: goes out when it is due.
/// Expanding: delivery rows are being written. Sending: all are there. Done: each is sent or has another final state. Paused: goes on where
/// it was when it is resumed. Cancelled: what was not sent is not sent any more. Overdue: it was missed, in whole or in part, and staff are
/// told.
/// </summary>
public enum CampaignState { Planned, Held, Released, Expanding, Sending, Done, Paused, Cancelled, Overdue }
