using System.Security.Cryptography;
using System.Text.Json;

namespace ThaffFunctions.Staff;

/// <summary>
/// Tells whether what a form was filled with is still what is stored. Unlike an ETag it does not change when the row is only marked, by a
/// mail that was sent for example.
/// </summary>
static class FormVersion
{
    public const string Field = "version";

    public static string Of<T>(T value) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(value)).AsSpan(..8));
}
