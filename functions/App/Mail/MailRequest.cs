using ThaffFunctions.Campaigns.Expanding;
using ThaffFunctions.Mail.Deliveries;

namespace ThaffFunctions.Mail;

/// <summary>A mail for one or many, as it is handed over to the mail service.</summary>
/// <param name="Kind">The kind of its deliveries.</param>
/// <param name="Subject">With placeholders, if there are many recipients.</param>
/// <param name="Html">The whole HTML part, with placeholders; the text part is made from it.</param>
/// <param name="Recipients">Each address once.</param>
/// <param name="Calendar">A calendar entry to attach; null for none.</param>
public sealed record MailRequest(
    string Kind, string Subject, string Html, IReadOnlyList<BatchRecipient> Recipients, CalendarPart? Calendar = null)
{
    static readonly IReadOnlyDictionary<string, string> NoValues = new Dictionary<string, string>();

    public static MailRequest Of(Delivery delivery, OutgoingMail mail) => new(delivery.Kind, mail.Subject, mail.Html,
        [new(delivery.Id, mail.To, mail.ToName, NoValues, mail.UnsubscribeLink)], mail.Calendar);

    public static MailRequest Of(string kind, MailBatch mail, IReadOnlyList<BatchRecipient> recipients) =>
        new(kind, mail.Subject, mail.Html, recipients, mail.Calendar);
}
