using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration.Pending;

/// <summary>Work that is done after the answer: a row that stays until it is done, and a message about it.</summary>
/// <param name="Prefix">How the keys of its rows begin; ends with a hyphen.</param>
/// <param name="Queue">Where its messages go.</param>
public sealed record PendingWork(string Prefix, string Queue)
{
    /// <summary>An application with a known address, to be settled.</summary>
    public static readonly PendingWork Application = new("application-", Queues.Applications);

    /// <summary>A request for the newsletter, by the attendee's key.</summary>
    public static readonly PendingWork NewsletterRequest = new("newsletter-", Queues.NewsletterRequests);

    public static readonly IReadOnlyList<PendingWork> All = [Application, NewsletterRequest];
}
