using System.Security.Cryptography;
using System.Text.Json;

namespace ThaffFunctions.Registration.Staff;

/// <summary>Tells whether what a form was filled with is still what is stored, without writing it into the form a second time.</summary>
static class Fingerprint
{
    public static string Of<T>(T value) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(value)).AsSpan(..8));
}
