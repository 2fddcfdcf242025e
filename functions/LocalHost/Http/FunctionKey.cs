using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace ThaffFunctions.LocalHost.Http;

/// <summary>The key that opens functions above <see cref="AuthorizationLevel.Anonymous"/>. Without the setting <c>FunctionKey</c> all are open, as under Core Tools.</summary>
static class FunctionKey
{
    public static bool Opens(AuthorizationLevel level, HttpRequest request, IConfiguration configuration)
    {
        if (level == AuthorizationLevel.Anonymous || configuration["FunctionKey"] is not { Length: > 0 } key) return true;

        var shown = request.Headers["x-functions-key"] is [{ Length: > 0 } header] ? header : request.Query["code"].ToString();
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown), Encoding.UTF8.GetBytes(key));
    }
}
