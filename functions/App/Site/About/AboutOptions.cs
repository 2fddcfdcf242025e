using System.ComponentModel.DataAnnotations;

namespace ThaffFunctions.Site.About;

/// <summary>
/// Section <c>About</c>: what imprint, privacy notice and accessibility statement need in addition to the name and the address of
/// the operator, which are in <see cref="Shared.Hosting.OperatorContact"/>. Lines are separated by <c>|</c>. What is not required is left
/// out of the pages, or they say that it is not known yet.
/// </summary>
public sealed record AboutOptions
{
    public const string Section = "About";

    /// <summary>The person who represents the operator (§ 5 DDG).</summary>
    [Required]
    public string Representative { get; init; } = "";

    /// <summary>The person who is responsible for the content (§ 18 (2) MStV). Empty: the representative.</summary>
    public string ResponsiblePerson { get; init; } = "";

    /// <summary>The operator's legal form, such as GmbH. Empty: not shown.</summary>
    public string LegalForm { get; init; } = "";

    /// <summary>Register and number, such as of companies. Empty: not shown.</summary>
    public string Register { get; init; } = "";

    /// <summary>The VAT identification number (§ 27a UStG). Empty: not shown.</summary>
    public string VatId { get; init; } = "";

    /// <summary>What others may do with texts and pictures; a sentence. Empty: the law alone holds.</summary>
    public string Licence { get; init; } = "";

    /// <summary>The contact data of the data protection officer (Art. 13 DSGVO).</summary>
    [Required]
    public string DataProtectionOfficer { get; init; } = "";

    /// <summary>The authority for complaints about the processing of personal data (Art. 77 DSGVO).</summary>
    [Required]
    public string DataProtectionAuthority { get; init; } = "";

    /// <summary>Where the app runs, by Azure's name of the region; in Azure the deployment sets it. Empty: no data centre.</summary>
    public string HostingRegion { get; init; } = "";

    /// <summary>How many days technical logs are kept; in Azure the deployment sets it. 0: not at all.</summary>
    [Range(0, 730)]
    public int LogDays { get; init; }

    /// <summary>Who runs the video conferences, where, and under which contract. Empty: the notice refers to the service itself.</summary>
    public string VideoPlatform { get; init; } = "";

    /// <summary>The body that enforces accessibility if the operator does not answer a complaint (ThürBarrWebG).</summary>
    [Required]
    public string EnforcementBody { get; init; } = "";

    /// <summary>The day the accessibility statement was written. Unset: the statement says that it was not yet reviewed.</summary>
    public DateOnly? AccessibilityStatedOn { get; init; }

    /// <summary>The day accessibility was last reviewed. Unset: the statement says that it was not yet reviewed.</summary>
    public DateOnly? AccessibilityReviewedOn { get; init; }

    /// <summary>Within how many days reports of barriers are answered.</summary>
    [Range(1, 90)]
    public int AccessibilityAnswerDays { get; init; } = 14;
}
