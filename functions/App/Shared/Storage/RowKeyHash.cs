using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Shared.Storage;

/// <summary>
/// Makes row keys from personal data that cannot be turned back into it: HMAC-SHA256 with a key of this installation, 32 hex characters.
/// </summary>
public sealed class RowKeyHash(IOptions<SecretsOptions> secrets)
{
    readonly byte[] key = Convert.FromBase64String(secrets.Value.RowKey);

    /// <param name="parts">Kept apart in the hash, so that ("ab", "c") and ("a", "bc") differ.</param>
    public string Of(params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts) text.Append(part.Length).Append(':').Append(part);
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text.ToString())).AsSpan(..16));
    }
}
