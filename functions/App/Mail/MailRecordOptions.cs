using System.ComponentModel.DataAnnotations;

namespace ThaffFunctions.Mail;

/// <summary>Section <c>MailRecords</c>: how long is kept what mails left behind.</summary>
public sealed record MailRecordOptions
{
    public const string Section = "MailRecords";

    /// <summary>How many years it is kept that an address must not be mailed (it does not exist, or its owner complained).</summary>
    [Range(1, 10)]
    public int SuppressionYears { get; init; } = 3;

    /// <summary>How many days notices to staff are kept.</summary>
    [Range(7, 3650)]
    public int NoticeDays { get; init; } = 180;
}
