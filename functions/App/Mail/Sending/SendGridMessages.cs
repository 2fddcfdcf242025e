using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using SendGrid.Helpers.Mail;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Mail.Sending;

/// <summary>
/// Turns mails into SendGrid's requests. Custom args carry the delivery's id only: SendGrid keeps them and shows them to whoever has its
/// account.
/// </summary>
sealed class SendGridMessages(IOptions<SendGridOptions> options, IOptions<SiteOptions> site)
{
    /// <summary>The custom arg that events give back.</summary>
    public const string DeliveryArg = "delivery";

    /// <summary>
    /// For every recipient: nobody's absence notice is wanted (RFC 3834; the second header is Exchange's own).
    /// </summary>
    static readonly IReadOnlyList<KeyValuePair<string, string>> Automatic =
        [new("Auto-Submitted", "auto-generated"), new("X-Auto-Response-Suppress", "OOF, AutoReply")];

    /// <summary>Names the mailing list to programs that sort mails (RFC 2919).</summary>
    readonly string listId = $"ThAFF Praxisaustausch <newsletter.{new Uri(site.Value.BaseUrl).IdnHost}>";

    public SendGridMessage Of(MailRequest request)
    {
        string[] names = [.. request.Recipients.SelectMany(recipient => recipient.Values.Keys).Distinct()];
        var html = names.Aggregate(request.Html,
            (text, name) => text.Replace(MailBatch.Placeholder(name), InHtml(name), StringComparison.Ordinal));
        var message = Message(request.Kind, request.Subject, html, PlainText.From(request.Html));
        message.Personalizations = [.. request.Recipients.Select(Personal)];
        if (request.Calendar is { } calendar)
        {
            // SendGrid refuses a type with parameters; the method stands in the body (RFC 5546).
            message.AddAttachment("termin.ics", Convert.ToBase64String(Encoding.UTF8.GetBytes(calendar.Ics)), "text/calendar",
                "attachment");
        }
        return message;
    }

    /// <summary>SendGrid fills a placeholder in alike everywhere, so what goes into HTML has a placeholder of its own.</summary>
    static string InHtml(string name) => MailBatch.Placeholder(name + ".html");

    Personalization Personal(BatchRecipient recipient)
    {
        var personalization = new Personalization
        {
            Tos = [new(recipient.To.Value, recipient.ToName?.Replace(',', ' ').Replace(';', ' '))], // both separate addresses to SendGrid
            CustomArgs = new() { [DeliveryArg] = recipient.Delivery.ToString() },
            Headers = new(Automatic),
        };
        if (recipient.UnsubscribeLink is { } leave)
        {
            personalization.Headers["List-Id"] = listId;
            personalization.Headers["List-Unsubscribe"] = $"<{leave.AbsoluteUri}>";
            personalization.Headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click";
        }

        if (recipient.Values.Count > 0) personalization.Substitutions = [];
        foreach (var (name, value) in recipient.Values)
        {
            personalization.Substitutions[MailBatch.Placeholder(name)] = value;
            personalization.Substitutions[InHtml(name)] = WebUtility.HtmlEncode(value);
        }
        return personalization;
    }

    SendGridMessage Message(string kind, string subject, string html, string text) => new()
    {
        From = new(options.Value.FromEmail, options.Value.FromName),
        ReplyTo = new(site.Value.Operator.Email),
        Subject = OneLine(subject),
        PlainTextContent = text,
        HtmlContent = "<!DOCTYPE html>\n" + html,
        Categories = [kind],
        TrackingSettings = new()
        {
            ClickTracking = new() { Enable = false, EnableText = false },
            OpenTracking = new() { Enable = false },
            SubscriptionTracking = new() { Enable = false },
            Ganalytics = new() { Enable = false },
        },
    };

    static string OneLine(string subject) => string.Concat(subject.Select(character => char.IsControl(character) ? ' ' : character));
}
