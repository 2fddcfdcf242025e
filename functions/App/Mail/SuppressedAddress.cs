namespace ThaffFunctions.Mail;

/// <summary>What is known of an address that must not be mailed, or was not to be.</summary>
/// <param name="NoMailbox">Since when it gets no mail at all: there is no such mailbox.</param>
/// <param name="Complained">Since when it gets nothing from the mailing list: its owner complained.</param>
/// <param name="LiftedAt">When the Redaktion lifted it.</param>
/// <param name="LiftedBecause">Why.</param>
public sealed record SuppressedAddress(
    DateTimeOffset? NoMailbox, DateTimeOffset? Complained, DateTimeOffset? LiftedAt, string? LiftedBecause)
{
    public bool IsSuppressed => NoMailbox is not null || Complained is not null;
}
