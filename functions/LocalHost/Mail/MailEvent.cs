using System.Text.Json.Nodes;

namespace ThaffFunctions.LocalHost.Mail;

/// <summary>One event of SendGrid's event webhook, as its JSON.</summary>
static class MailEvent
{
    /// <summary>What becomes of mail to an address, told by its domain; anything else is delivered.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> FatesByDomain =
        new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase)
        {
            ["bounce.example"] = ["processed", "bounce"],
            ["dropped.example"] = ["dropped"],
            ["deferred.example"] = ["processed", "deferred", "delivered"],
            ["spam.example"] = ["processed", "delivered", "spamreport"],
            ["leave.example"] = ["processed", "delivered", "unsubscribe"],
        };

    static readonly string[] s_usualFate = ["processed", "delivered"];

    public static IEnumerable<JsonObject> Fate(SentMail mail, DateTimeOffset now) =>
        FatesByDomain.GetValueOrDefault(mail.To.Split('@')[^1], s_usualFate).Select(name => Of(mail, name, now));

    /// <summary>The event with the mail's custom arguments beside its own fields, as SendGrid flattens them.</summary>
    public static JsonObject Of(SentMail mail, string name, DateTimeOffset now)
    {
        JsonObject body = new()
        {
            ["email"] = mail.To,
            ["timestamp"] = now.ToUnixTimeSeconds(),
            ["smtp-id"] = $"<{mail.Id}@localhost>",
            ["event"] = name,
            ["sg_event_id"] = Convert.ToBase64String(Guid.NewGuid().ToByteArray()).TrimEnd('='),
            ["sg_message_id"] = mail.Id,
        };
        if (mail.Categories.Count > 0)
            body["category"] = new JsonArray([.. mail.Categories.Select(category => JsonValue.Create(category))]);
        foreach (var (field, value) in Particulars(name)) body[field] = value;
        foreach (var (argument, value) in mail.CustomArgs) body[argument] = value;
        return body;
    }

    static (string Field, string Value)[] Particulars(string name) => name switch
    {
        "delivered" => [("response", "250 2.0.0 OK")],
        "deferred" => [("response", "451 4.7.1 Try again later"), ("attempt", "1")],
        "bounce" => [("type", "bounce"), ("bounce_classification", "Invalid Address"), ("status", "5.1.1"),
            ("reason", "550 5.1.1 The email account that you tried to reach does not exist.")],
        "dropped" => [("reason", "Bounced Address")],
        _ => [],
    };
}
