using System.ComponentModel.DataAnnotations;

namespace ThaffFunctions.Shared.Hosting;

/// <summary>Section <c>Secrets</c>: references to the key vault in Azure.</summary>
public sealed record SecretsOptions
{
    public const string Section = "Secrets";

    /// <summary>
    /// Keys that sign links, <c>id=base64;id=base64</c>, at least 32 bytes each. The first signs, all verify: put a new one in front to
    /// rotate.
    /// </summary>
    [Required, Base64Keys(32, Named = true)]
    public string LinkKeys { get; init; } = "";

    /// <summary>The key behind row keys, base64, at least 32 bytes. Changing it makes persons already stored unfindable.</summary>
    [Required, Base64Keys(32)]
    public string RowKey { get; init; } = "";
}
