namespace ThaffFunctions.Mail.Deliveries;

/// <summary>
/// queued -> sending -> sent -> delivered | bounced. Bounced: came back, or the mail service knew that it would.
/// Failed: refused for good, or given up. Skipped: nobody to send it to any more.
/// </summary>
public enum DeliveryState { Queued, Sending, Sent, Delivered, Bounced, Failed, Skipped }
