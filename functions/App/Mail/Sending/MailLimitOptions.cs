using System.ComponentModel.DataAnnotations;

namespace ThaffFunctions.Mail.Sending;

/// <summary>Section <c>MailLimits</c>: what goes to addresses that have not confirmed anything yet.</summary>
public sealed record MailLimitOptions
{
    public const string Section = "MailLimits";

    /// <summary>How many mails an hour; the others wait.</summary>
    [Range(1, 1000)]
    public int PerUnprovenAddressAndHour { get; init; } = 5;

    /// <summary>How many mails a day; the others wait.</summary>
    [Range(1, 1000)]
    public int PerUnprovenAddressAndDay { get; init; } = 10;
}
