using ThaffFunctions.Campaigns.Expanding;

namespace ThaffFunctions.Mail.Sending;

/// <summary>What became of a request to the mail service. Reasons never contain an address.</summary>
public abstract record SendOutcome
{
    /// <summary>The mail service has it and will tell by events how it went on.</summary>
    public sealed record Accepted(string? MessageId) : SendOutcome;

    /// <summary>
    /// Too many requests: not before <paramref name="Until"/>, which is <paramref name="Wait"/> from now; <see cref="DeliveryResults"/>
    /// postpones it.
    /// </summary>
    public sealed record Throttled(DateTimeOffset Until, TimeSpan Wait) : SendOutcome;

    /// <summary>Refused for good; the recipients named are the reason, or, where none is, the request as a whole.</summary>
    public sealed record Refused(string Reason, IReadOnlySet<int> Recipients) : SendOutcome;

    /// <summary>The mail service refused for now, and not because of the mail: worth another try.</summary>
    public sealed record TemporaryFailure(string Reason) : SendOutcome;

    /// <summary>The request was sent and no answer came: the mail may have been accepted.</summary>
    public sealed record NoAnswer : SendOutcome;
}
