using System.ComponentModel.DataAnnotations;

namespace ThaffFunctions.Mail.Sending;

/// <summary>
/// Section <c>MailLimits</c>: how many mails that anybody can cause go to one address; the others wait. An address is proven once something
/// was confirmed by the link in a mail to it.
/// </summary>
public sealed record RecipientLimitOptions
{
    public const string Section = "MailLimits";

    /// <summary>A day's mails are kept in one column of 32,768 characters, 61 for each.</summary>
    const int MaxADay = 500;

    [Range(1, MaxADay)]
    public int PerUnconfirmedAddressAndHour { get; init; } = 5;

    [Range(1, MaxADay)]
    public int PerUnconfirmedAddressAndDay { get; init; } = 10;

    [Range(1, MaxADay)]
    public int PerConfirmedAddressAndHour { get; init; } = 20;

    [Range(1, MaxADay)]
    public int PerConfirmedAddressAndDay { get; init; } = 50;
}
