using System.Security.Cryptography;
using System.Text;

namespace ThaffFunctions.Documentation;

/// <summary>Names what something is made of: equal text, equal name.</summary>
static class Fingerprint
{
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(..12));
}
