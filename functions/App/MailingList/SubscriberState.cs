namespace ThaffFunctions.MailingList;

/// <summary>Pending: asked, not yet confirmed. Left: kept as proof of the consent that was, gets nothing.</summary>
public enum SubscriberState { Pending, Active, Left }
