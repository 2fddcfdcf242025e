using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using SendGrid.Helpers.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Shared.Hosting;
using EmailAddress = ThaffFunctions.Shared.EmailAddress;

namespace ThaffFunctions.Mail.Sending;

/// <summary>
/// Turns mails into SendGrid's requests. Custom args carry the delivery's id only: SendGrid keeps them and shows them to whoever has its
/// account.
/// </summary>
public sealed class SendGridMessages(IOptions<SendGridOptions> options, IOptions<SiteOptions> site)
{
    /// <summary>The custom arg that events give back.</summary>
    public const string DeliveryArg = "delivery";

    public SendGridMessage Of(Delivery delivery, OutgoingMail mail)
    {
        var message = Message(delivery.Kind, mail.Subject, mail.Html, PlainText.From(mail.Html));
        message.Personalizations = [Recipient(delivery.Id, mail.To, mail.ToName, mail.UnsubscribeLink)];
        if (mail.Calendar is { } calendar)
        {
            // SendGrid refuses a type with parameters; the method stands in the body (RFC 5546).
            message.AddAttachment("termin.ics", Convert.ToBase64String(Encoding.UTF8.GetBytes(calendar.Ics)), "text/calendar",
                "attachment");
        }
        return message;
    }

    public SendGridMessage Of(string kind, MailBatch batch, IReadOnlyList<BatchRecipient> recipients)
    {
        string[] names = [.. recipients.SelectMany(recipient => recipient.Values.Keys).Distinct()];
        var html = names.Aggregate(batch.Html,
            (text, name) => text.Replace(MailBatch.Placeholder(name), InHtml(name), StringComparison.Ordinal));
        var message = Message(kind, batch.Subject, html, PlainText.From(batch.Html));
        message.Personalizations = [.. recipients.Select(Personal)];
        return message;
    }

    /// <summary>SendGrid fills a placeholder in alike everywhere, so what goes into HTML has a placeholder of its own.</summary>
    static string InHtml(string name) => MailBatch.Placeholder(name + ".html");

    static Personalization Personal(BatchRecipient recipient)
    {
        var personalization = Recipient(recipient.Delivery, recipient.To, recipient.ToName, recipient.UnsubscribeLink);
        personalization.Substitutions = [];
        foreach (var (name, value) in recipient.Values)
        {
            personalization.Substitutions[MailBatch.Placeholder(name)] = value;
            personalization.Substitutions[InHtml(name)] = WebUtility.HtmlEncode(value);
        }
        return personalization;
    }

    static Personalization Recipient(DeliveryId id, EmailAddress to, string? name, Uri? unsubscribe) => new()
    {
        Tos = [new(to.Value, name?.Replace(',', ' ').Replace(';', ' '))], // both separate addresses to SendGrid
        CustomArgs = new() { [DeliveryArg] = id.ToString() },
        Headers = unsubscribe is null ? null : new()
        {
            ["List-Unsubscribe"] = $"<{unsubscribe.AbsoluteUri}>",
            ["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click",
        },
    };

    SendGridMessage Message(string kind, string subject, string html, string text) => new()
    {
        From = new(options.Value.FromEmail, options.Value.FromName),
        ReplyTo = new(site.Value.ContactEmail),
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
