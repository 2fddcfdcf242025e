using ThaffFunctions.Campaigns.Expanding;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Mail.Sending;

namespace ThaffFunctions.Mail;

/// <summary>
/// One mail for many recipients. Subject and HTML are the same for all but for placeholders (<see cref="Placeholder"/>); the text part
/// is made from the HTML.
/// </summary>
public sealed record MailBatch(string Subject, string Html, IReadOnlyList<BatchRecipient> Recipients)
{
    /// <summary>Stands in subject or HTML where the recipient's value goes.</summary>
    /// <param name="name">Lower-case letters and hyphens.</param>
    public static string Placeholder(string name) => $"%{name}%";

    /// <summary>All are skipped.</summary>
    public static MailBatch ToNobody(string reason) => new("", "", []) { WhySkipped = reason };

    /// <summary>Who is left out for a reason of their own.</summary>
    public IReadOnlyDictionary<DeliveryId, string> LeftOut { get; init; } = new Dictionary<DeliveryId, string>();

    /// <summary>A calendar entry to attach; only where there is one recipient.</summary>
    public CalendarPart? Calendar { get; init; }

    /// <summary>
    /// Done after the mail service has taken the mail and that is stored. It may never be done, if the process ends in between.
    /// </summary>
    public Func<Task> WhenAccepted { get; init; } = () => Task.CompletedTask;

    /// <summary>Who gets a mail with other words: they stay queued, and another batch takes them.</summary>
    public IReadOnlySet<DeliveryId> Later { get; init; } = new HashSet<DeliveryId>();

    /// <summary>What the rows of all others say who are not among the recipients.</summary>
    public string WhySkipped { get; init; } = MailPreparation.NobodyThere;
}
