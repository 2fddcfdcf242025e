using System.ComponentModel.DataAnnotations;

namespace ThaffFunctions.Shared.Hosting;

/// <summary>Section <c>Secrets</c>. In Azure, the values are references to the key vault.</summary>
public sealed record SecretsOptions
{
    public const string Section = "Secrets";

    /// <summary>
    /// Keys that sign links, as <c>id=base64;id=base64</c>, at least 32 bytes each. The first key signs, all keys verify. To rotate keys,
    /// add a new one at the front.
    /// </summary>
    [Required, Base64Keys(32, Named = true)]
    public string LinkKeys { get; init; } = "";

    /// <summary>
    /// The key of the HMAC that makes row keys from addresses; base64, at least 32 bytes. After a change, persons already stored cannot be
    /// found any more.
    /// </summary>
    [Required, Base64Keys(32)]
    public string RowKey { get; init; } = "";
}
