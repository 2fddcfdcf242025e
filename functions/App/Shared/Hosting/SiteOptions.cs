using System.ComponentModel.DataAnnotations;

namespace ThaffFunctions.Shared.Hosting;

/// <summary>
/// Section <c>Site</c>: the address of the site, and name, postal address and contact data of its operator (for imprint, mails and PDFs).
/// </summary>
public sealed record SiteOptions
{
    public const string Section = "Site";

    /// <summary>The public address without a trailing slash; links in mails begin with it.</summary>
    [Required, Url]
    public string BaseUrl { get; init; } = "";

    /// <summary>The operator's name, for the imprint, for mails, and as the organizer of calendar entries.</summary>
    [Required]
    public string Operator { get; init; } = "";

    /// <summary>The operator's postal address, for the imprint; lines are separated by <c>|</c>.</summary>
    [Required]
    public string OperatorAddress { get; init; } = "";

    /// <summary>The address that visitors can write to, also about accessibility problems.</summary>
    [Required, EmailAddress]
    public string ContactEmail { get; init; } = "";

    [Required]
    public string ContactPhone { get; init; } = "";

    /// <summary>Staff who are notified of files that could not be processed; separated by <c>;</c>.</summary>
    [EmailAddresses]
    public string StaffEmails { get; init; } = "";

    /// <summary>Origins of other sites whose pages may post the registration form; separated by <c>;</c>. Empty means none.</summary>
    [Origins]
    public string AllowedOrigins { get; init; } = "";

    /// <summary>Origins of sites that may embed these pages in a frame; separated by <c>;</c>. Empty means none.</summary>
    [Origins]
    public string FrameAncestors { get; init; } = "";

    /// <summary>
    /// Who pays for the exchange, as the funding body wants it said on publications (for the European funds Art. 50 of Regulation (EU)
    /// 2021/1060). Empty means nobody.
    /// </summary>
    public string FundingNotice { get; init; } = "";

    /// <summary>
    /// The id of the Azure Front Door in front of the app. Its headers about the client's address are trusted. Empty means none.
    /// </summary>
    [RegularExpression("^([0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})?$")]
    public string FrontDoorId { get; init; } = "";

    /// <summary>Who publishes, and who pays for it: lines of a cover.</summary>
    public IEnumerable<string> Publisher => FundingNotice.Length > 0 ? [$"Herausgegeben von: {Operator}", FundingNotice]
        : [$"Herausgegeben von: {Operator}"];

    public Uri Link(string path) => new(BaseUrl.TrimEnd('/') + path);
}
