using System.Text.Json.Nodes;

namespace ThaffFunctions.LocalHost.Mail;

/// <summary>
/// Invented recipients whose mail bounces, is dropped, is marked as spam and so on, so that every event of SendGrid can be tried.
/// </summary>
static class MailboxSimulator
{
    /// <summary>The names of the events that are sent for mail to certain domains; mail to other domains is delivered.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> EventsByDomain =
        new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase)
        {
            ["bounce.example"] = ["processed", "bounce"],
            ["dropped.example"] = ["dropped"],
            ["deferred.example"] = ["processed", "deferred", "delivered"],
            ["spam.example"] = ["processed", "delivered", "spamreport"],
            ["leave.example"] = ["processed", "delivered", "unsubscribe"],
        };

    static readonly string[] s_usual = ["processed", "delivered"];

    public static IEnumerable<JsonObject> EventsOf(SentMail mail, DateTimeOffset now) =>
        EventsByDomain.GetValueOrDefault(mail.To.Split('@')[^1], s_usual).Select(name => MailEvent.Of(mail, name, now));
}
