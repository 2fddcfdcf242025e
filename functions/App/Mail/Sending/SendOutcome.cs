namespace ThaffFunctions.Mail.Sending;

/// <summary>What became of a request to the mail service. Reasons never contain an address.</summary>
public abstract record SendOutcome
{
    /// <summary>The mail service has it and will tell by events how it went on.</summary>
    public sealed record Accepted(string? MessageId) : SendOutcome;

    /// <summary>Too many requests: not before <paramref name="Until"/>, which is <paramref name="Wait"/> from now.</summary>
    public sealed record Throttled(DateTimeOffset Until, TimeSpan Wait) : SendOutcome;

    /// <summary>Refused for good; the recipients named are the reason, or, where none is, the request as a whole.</summary>
    public sealed record Refused(string Reason, IReadOnlySet<int> Recipients) : SendOutcome;

    /// <summary>Surely not accepted, and not because of the mail: worth another try.</summary>
    public sealed record Unaccepted(string Reason) : SendOutcome;

    /// <summary>No answer: accepted or not, nobody knows.</summary>
    public sealed record Unclear : SendOutcome;
}
