using System.ComponentModel.DataAnnotations;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Mail.Sending;

/// <summary>Section <c>SendGrid</c>: the mail service.</summary>
public sealed record SendGridOptions
{
    public const string Section = "SendGrid";

    /// <summary>
    /// Where the service answers: <c>https://api.sendgrid.com</c>, or <c>https://api.eu.sendgrid.com</c> for data kept in the EU.
    /// </summary>
    [Required, Url]
    public string Host { get; init; } = "";

    /// <summary>A key that may send mail, erase recipients' data, and nothing else.</summary>
    [Required]
    public string ApiKey { get; init; } = "";

    /// <summary>The sender; its domain must be authenticated (SPF, DKIM, DMARC).</summary>
    [Required, EmailAddress]
    public string FromEmail { get; init; } = "";

    [Required]
    public string FromName { get; init; } = "";

    /// <summary>Verifies the event webhook's signatures: base64, as SendGrid's settings page shows it.</summary>
    [Required, Base64Keys(80)]
    public string WebhookPublicKey { get; init; } = "";

    /// <summary>
    /// How long an answer may take; after that it is unknown whether the mail was accepted. With <see cref="DeliveryStore.ClaimTime"/> it
    /// is less than the shortest <see cref="GraceMinutes"/>, so that no claim expires while its request is under way.
    /// </summary>
    [Range(1, 120)]
    public int TimeoutSeconds { get; init; } = 30;

    /// <summary>How long an event may settle a mail without an answer, before it is sent again; doubled after each try.</summary>
    [Range(5, 1440)]
    public int GraceMinutes { get; init; } = 30;

    /// <summary>Recipients in one request; SendGrid takes 1,000.</summary>
    [Range(1, 1000)]
    public int BatchSize { get; init; } = 500;

    /// <summary>Whether mails are sent by the service's European region.</summary>
    public bool IsInEurope => new Uri(Host).Host == "api.eu.sendgrid.com";

    internal TimeSpan Grace => TimeSpan.FromMinutes(GraceMinutes);
}
