using ThaffFunctions.Shared;

namespace ThaffFunctions.Mail;

/// <summary>What a composer makes of a delivery, ready to be sent to one person.</summary>
/// <param name="To">The recipient.</param>
/// <param name="ToName">The recipient's name; null where it is not known.</param>
/// <param name="Subject">One line.</param>
/// <param name="Html">The whole HTML part; the text part is made from it.</param>
/// <param name="Calendar">A calendar entry to attach; null for none.</param>
/// <param name="UnsubscribeLink">For mails to subscribers: stands in List-Unsubscribe (RFC 8058); null for all others.</param>
public sealed record OutgoingMail(EmailAddress To, string? ToName, string Subject, string Html, CalendarPart? Calendar = null,
    Uri? UnsubscribeLink = null)
{
    /// <summary>Until when the mail asks for something; kept in the delivery's row when it is sent. null if it does not.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>
    /// Called once nothing holds the mail back any more, right before it is sent, and again if it is made again; false if it is not to be
    /// sent after all.
    /// </summary>
    public Func<CancellationToken, Task<bool>>? BeforeSending { get; init; }

    /// <summary>Done in place of sending where the recipient has no mailbox.</summary>
    public Func<CancellationToken, Task>? WithoutMailbox { get; init; }
}
