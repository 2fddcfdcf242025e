using System.Text.Json.Serialization;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Mail.Sending;

namespace ThaffFunctions.Mail.Events;

/// <summary>An event of SendGrid's webhook, as far as we read it. Every field may be missing.</summary>
public sealed record MailEvent(
    [property: JsonPropertyName("sg_event_id")] string? Id,
    [property: JsonPropertyName("event")] string? Name,
    string? Email,
    long? Timestamp,
    string? Type,
    string? Reason,
    [property: JsonPropertyName(SendGridMessages.DeliveryArg)] string? Delivery)
{
    /// <summary>The state that the event proves; null for events that are not about one mail.</summary>
    [JsonIgnore]
    public DeliveryState? Stage => Name switch
    {
        "processed" or "deferred" => DeliveryState.Sent,
        "delivered" or "open" or "click" or "spamreport" or "unsubscribe" or "group_unsubscribe" => DeliveryState.Delivered,
        "bounce" or "dropped" => DeliveryState.Bounced,
        _ => null,
    };

    /// <summary>
    /// Which mails the address must not get any more: all if there is no such mailbox, those of the mailing list if its owner asked for
    /// that. A block (full mailbox, distrusted sender) is temporary and suppresses nothing.
    /// </summary>
    [JsonIgnore]
    public SuppressionScope? Suppresses => (Name, Type, Reason) switch
    {
        ("bounce", not "blocked", _) => SuppressionScope.Everything,
        ("dropped", _, "Bounced Address" or "Invalid") => SuppressionScope.Everything,
        ("dropped", _, "Spam Reporting Address" or "Unsubscribed Address") => SuppressionScope.MailingList,
        ("spamreport" or "unsubscribe" or "group_unsubscribe", _, _) => SuppressionScope.MailingList,
        _ => null,
    };
}
