using System.Text.Json.Nodes;

namespace ThaffFunctions.LocalHost.Mail;

/// <summary>An event of SendGrid's event webhook, as JSON.</summary>
static class MailEvent
{
    /// <summary>The event; the mail's custom arguments are fields beside its own, as in SendGrid.</summary>
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
