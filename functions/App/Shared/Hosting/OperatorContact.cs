using System.ComponentModel.DataAnnotations;

namespace ThaffFunctions.Shared.Hosting;

/// <summary>
/// Section <c>Site:Operator</c>: who runs the exchange and how to reach them, as the imprint, every page and mail, covers of PDFs and
/// calendar entries say. What else the imprint says is in section <c>About</c>.
/// </summary>
public sealed record OperatorContact
{
    [Required]
    public string Name { get; init; } = "";

    /// <summary>Lines are separated by <c>|</c>.</summary>
    [Required]
    public string PostalAddress { get; init; } = "";

    /// <summary>The address that visitors can write to, also about accessibility problems; replies to mails go there.</summary>
    [Required, EmailAddress]
    public string Email { get; init; } = "";

    [Required]
    public string Phone { get; init; } = "";
}
