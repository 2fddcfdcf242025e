using System.Security.Cryptography;
using System.Text;
using ThaffFunctions.LocalHost.Functions;

namespace ThaffFunctions.LocalHost.Http;

/// <summary>
/// The key that opens functions above <see cref="AuthorizationLevel.Anonymous"/>. Without the setting <c>FunctionKey</c> all are open, as
/// under Core Tools.
/// </summary>
static class FunctionKey
{
    public static bool Opens(AuthorizationLevel level, HttpRequest request, IConfiguration configuration)
    {
        if (level == AuthorizationLevel.Anonymous || configuration["FunctionKey"] is not { Length: > 0 } key) return true;

        var shown = request.Headers["x-functions-key"] is [{ Length: > 0 } header] ? header : request.Query["code"].ToString();
        // of equal length, so that not even the key's length shows in the time
        return CryptographicOperations.FixedTimeEquals(Hash(shown), Hash(key));
    }

    static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
