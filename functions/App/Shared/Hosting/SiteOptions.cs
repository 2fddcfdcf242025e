using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ThaffFunctions.Shared.Hosting;

/// <summary>
/// Section <c>Site</c>: the address of the site, who runs it and pays for it, and which other sites may show or use its pages.
/// </summary>
public sealed record SiteOptions
{
    public const string Section = "Site";

    /// <summary>The public address without a trailing slash; links in mails begin with it.</summary>
    [Required, Url]
    public string BaseUrl { get; init; } = "";

    [ValidateObjectMembers]
    public OperatorContact Operator { get; init; } = new();

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
    public IEnumerable<string> Publisher => FundingNotice.Length > 0 ? [$"Herausgegeben von: {Operator.Name}", FundingNotice]
        : [$"Herausgegeben von: {Operator.Name}"];

    public Uri Link(string path) => new(BaseUrl.TrimEnd('/') + path);
}
