namespace ThaffFunctions.LocalHost.Mail;

/// <summary>One mail of a request: to whom, and what differs from the others.</summary>
sealed record Personalization
{
    public IReadOnlyList<MailAddress>? To { get; init; }
    public IReadOnlyList<MailAddress>? Cc { get; init; }
    public IReadOnlyList<MailAddress>? Bcc { get; init; }
    public string? Subject { get; init; }
    public Dictionary<string, string>? Headers { get; init; }
    public Dictionary<string, string>? Substitutions { get; init; }
    public Dictionary<string, string>? CustomArgs { get; init; }
    public long? SendAt { get; init; }

    /// <summary>Every recipient with its place in the request, such as <c>to.0</c>.</summary>
    public IEnumerable<(string Place, MailAddress Address)> Recipients() =>
        Placed("to", To).Concat(Placed("cc", Cc)).Concat(Placed("bcc", Bcc));

    static IEnumerable<(string, MailAddress)> Placed(string field, IReadOnlyList<MailAddress>? addresses) =>
        (addresses ?? []).Select((address, at) => ($"{field}.{at}", address));
}
