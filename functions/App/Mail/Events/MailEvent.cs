using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Mail.Sending;

namespace ThaffFunctions.Mail.Events;

/// <summary>An event of SendGrid's webhook, as far as we read it. Every field may be missing.</summary>
public sealed partial record MailEvent(
    [property: JsonPropertyName("sg_event_id")] string? Id,
    [property: JsonPropertyName("event")] string? Name,
    string? Email,
    long? Timestamp,
    string? Type,
    string? Reason,
    [property: JsonPropertyName(SendGridMessages.DeliveryArg)] string? Delivery)
{
    const int MaxCodes = 3;

    /// <summary>What the mail service calls an address to which it sends nothing.</summary>
    static readonly string[] OwnWords = ["Bounced Address", "Invalid", "Spam Reporting Address", "Unsubscribed Address"];

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

    /// <summary>
    /// Why, in codes alone (RFC 5321, RFC 3463, or the mail service's own words): other mail servers write what they like, also names.
    /// </summary>
    [JsonIgnore]
    public string Cause => string.Join(' ',
        [Name, .. OwnWords.Where(word => word == Reason), .. Codes().Matches(Reason ?? "").Select(code => code.Value).Take(MaxCodes)]);

    [GeneratedRegex(@"(?<![\w.])(?:[45]\.\d{1,3}\.\d{1,3}|[45]\d\d)(?![\w]|\.\d)")]
    private static partial Regex Codes();
}
