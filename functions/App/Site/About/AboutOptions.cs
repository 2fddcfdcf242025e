using System.ComponentModel.DataAnnotations;

namespace ThaffFunctions.Site.About;

/// <summary>
/// Section <c>About</c>: what imprint, privacy notice and accessibility statement say beyond <c>Site</c>. Lines are separated by <c>|</c>.
/// </summary>
public sealed record AboutOptions
{
    public const string Section = "About";

    /// <summary>Who represents the operator and answers for the content (§ 5 DDG, § 18 MStV).</summary>
    [Required]
    public string Representative { get; init; } = "";

    /// <summary>How to reach the data protection officer (Art. 13 DSGVO).</summary>
    [Required]
    public string DataProtectionOfficer { get; init; } = "";

    /// <summary>Where people can complain about the handling of their data (Art. 77 DSGVO).</summary>
    [Required]
    public string DataProtectionAuthority { get; init; } = "";

    /// <summary>Who enforces accessibility when the operator does not answer (ThürBarrWebG).</summary>
    [Required]
    public string EnforcementBody { get; init; } = "";

    /// <summary>When the accessibility of the site was last checked.</summary>
    [Required]
    public DateOnly? AccessibilityCheckedOn { get; init; }
}
