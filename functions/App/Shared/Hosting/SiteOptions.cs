using System.ComponentModel.DataAnnotations;

namespace ThaffFunctions.Shared.Hosting;

/// <summary>Section <c>Site</c>: where the site stands and who answers for it.</summary>
public sealed record SiteOptions
{
    public const string Section = "Site";

    /// <summary>The public address, without a slash at the end; links in mails begin with it.</summary>
    [Required, Url]
    public string BaseUrl { get; init; } = "";

    /// <summary>Who runs the exchange; stands in the imprint, in mails and as organizer in calendars.</summary>
    [Required]
    public string Operator { get; init; } = "";

    /// <summary>Postal address for the imprint, lines separated by <c>|</c>.</summary>
    [Required]
    public string OperatorAddress { get; init; } = "";

    /// <summary>Where people can write to; also the feedback way for accessibility.</summary>
    [Required, EmailAddress]
    public string ContactEmail { get; init; } = "";

    [Required]
    public string ContactPhone { get; init; } = "";

    /// <summary>Staff who are told of files that could not be handled, separated by <c>;</c>.</summary>
    [EmailAddresses]
    public string StaffEmails { get; init; } = "";

    /// <summary>Other sites whose pages may post the registration form, origins separated by <c>;</c>. Empty: none.</summary>
    [Origins]
    public string AllowedOrigins { get; init; } = "";

    /// <summary>Sites that may show these pages in a frame, origins separated by <c>;</c>. Empty: none.</summary>
    [Origins]
    public string FrameAncestors { get; init; } = "";

    /// <summary>The id of the Azure Front Door before the app, whose word on who is asking is believed. Empty: none stands there.</summary>
    [RegularExpression("^([0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})?$")]
    public string FrontDoorId { get; init; } = "";

    public Uri Link(string path) => new(BaseUrl.TrimEnd('/') + path);
}
