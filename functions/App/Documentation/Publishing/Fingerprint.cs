using System.Security.Cryptography;
using System.Text;

namespace ThaffFunctions.Documentation.Publishing;

/// <summary>A short hash that identifies the version of a source.</summary>
static class Fingerprint
{
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(..12));
}
