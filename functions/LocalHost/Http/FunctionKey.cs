using System.Security.Cryptography;
using System.Text;
using ThaffFunctions.LocalHost.Functions;

namespace ThaffFunctions.LocalHost.Http;

/// <summary>
/// The key for functions above level <see cref="AuthorizationLevel.Anonymous"/>. Without the setting <c>FunctionKey</c> no key is needed,
/// as in Core Tools.
/// </summary>
static class FunctionKey
{
    public static bool Opens(AuthorizationLevel level, HttpRequest request, IConfiguration configuration)
    {
        if (level == AuthorizationLevel.Anonymous || configuration["FunctionKey"] is not { Length: > 0 } key) return true;

        var shown = request.Headers["x-functions-key"] is [{ Length: > 0 } header] ? header : request.Query["code"].ToString();
        // hashes have equal length, so the time of the comparison does not reveal the key's length
        return CryptographicOperations.FixedTimeEquals(Hash(shown), Hash(key));
    }

    static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
