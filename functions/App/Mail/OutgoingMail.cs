using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Mail;

/// <summary>What a composer makes of a delivery, ready to be sent to one person.</summary>
/// <param name="To">The recipient.</param>
/// <param name="ToName">The recipient's name; null where it is not known.</param>
/// <param name="Subject">One line.</param>
/// <param name="Html">The whole HTML part; the text part is made from it.</param>
/// <param name="Calendar">A calendar entry to attach; null for none.</param>
/// <param name="UnsubscribeLink">For mails to subscribers: stands in List-Unsubscribe (RFC 8058); null for all others.</param>
public sealed record OutgoingMail(EmailAddress To, string? ToName, string Subject, string Html, CalendarPart? Calendar = null, Uri? UnsubscribeLink = null);

/// <summary>A calendar entry (RFC 5545) as attachment <c>termin.ics</c>; the method (REQUEST, CANCEL) stands in the body.</summary>
public sealed record CalendarPart(string Ics);

/// <summary>Makes the mails of one kind; each slice registers its own.</summary>
public interface IMailComposer
{
    /// <summary>The kind of the deliveries it composes.</summary>
    string Kind { get; }

    /// <summary>What staff call it, in German, for example Einladung.</summary>
    string CalledByStaff => Kind;

    /// <returns>The mail; null when there is nobody to send it to any more.</returns>
    Task<OutgoingMail?> ComposeAsync(Delivery delivery, CancellationToken cancellation);
}
