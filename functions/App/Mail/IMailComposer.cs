using ThaffFunctions.Mail.Deliveries;

namespace ThaffFunctions.Mail;

/// <summary>Makes the mails of one kind; each slice registers its own.</summary>
public interface IMailComposer
{
    /// <summary>The kind of the deliveries it composes.</summary>
    string Kind { get; }

    /// <summary>What staff call it, in German, for example Einladung.</summary>
    string CalledByStaff => Kind;

    /// <summary>
    /// Whether anybody can cause this mail by typing an address. If so, it counts for the limits of the address and may wait.
    /// </summary>
    bool IsCausedByAnybody => false;

    /// <summary>
    /// What a delivery is about, in German, for staff who look for it: the session and the place in it, not the person and no key of a row.
    /// Null where its kind says enough.
    /// </summary>
    Task<string?> DescribeAsync(Delivery delivery, CancellationToken cancellation) => Task.FromResult<string?>(null);

    /// <summary>The path of the page of the Redaktion that shows it, and where it can be sent again; null if there is none.</summary>
    string? StaffPathOf(Delivery delivery) => null;

    /// <returns>The mail; null when there is nobody to send it to any more.</returns>
    Task<OutgoingMail?> ComposeAsync(Delivery delivery, CancellationToken cancellation);
}
