using System.ComponentModel.DataAnnotations;

namespace ThaffFunctions.Site.About;

/// <summary>
/// Section <c>About</c>: what imprint, privacy notice and accessibility statement need in addition to <see
/// cref="Shared.Hosting.SiteOptions"/>, which contains the operator's name and postal address. Lines are separated by <c>|</c>.
/// </summary>
public sealed record AboutOptions
{
    public const string Section = "About";

    /// <summary>The person who represents the operator and is responsible for the content (§ 5 DDG, § 18 MStV).</summary>
    [Required]
    public string Representative { get; init; } = "";

    /// <summary>The contact data of the data protection officer (Art. 13 DSGVO).</summary>
    [Required]
    public string DataProtectionOfficer { get; init; } = "";

    /// <summary>The authority for complaints about the processing of personal data (Art. 77 DSGVO).</summary>
    [Required]
    public string DataProtectionAuthority { get; init; } = "";

    /// <summary>The body that enforces accessibility if the operator does not answer a complaint (ThürBarrWebG).</summary>
    [Required]
    public string EnforcementBody { get; init; } = "";

    /// <summary>The day of the last accessibility check, shown in the accessibility statement.</summary>
    [Required]
    public DateOnly? AccessibilityCheckedOn { get; init; }
}
