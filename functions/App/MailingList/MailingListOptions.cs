using System.ComponentModel.DataAnnotations;

namespace ThaffFunctions.MailingList;

/// <summary>Section <c>MailingList</c>.</summary>
public sealed record MailingListOptions
{
    public const string Section = "MailingList";

    /// <summary>How many days a sign-up can be confirmed; unconfirmed it is erased then.</summary>
    [Range(1, 30)]
    public int ConfirmationDays { get; init; } = 7;

    /// <summary>
    /// How many years the proof of a consent is kept, from the end of the year in which the person left (as limitation runs, § 199 BGB).
    /// </summary>
    [Range(2, 10)]
    public int ProofYears { get; init; } = 3;

    /// <summary>How often a day an address is asked to confirm.</summary>
    [Range(1, 100)]
    public int MailsPerAddressAndDay { get; init; } = 3;

    /// <summary>How many sign-ups one client may post in an hour.</summary>
    [Range(1, 1_000_000)]
    public int PostsPerClientAndHour { get; init; } = 60;

    /// <summary>How many different addresses one client may sign up in a day.</summary>
    [Range(1, 1_000_000)]
    public int AddressesPerClientAndDay { get; init; } = 20;
}
