using System.Net;
using Microsoft.AspNetCore.Http;

namespace ThaffFunctions.Operations.Limits;

/// <summary>Who is asking, for limits only; hashed before it is kept, never logged.</summary>
static class ClientIp
{
    /// <summary>
    /// Uses the connection's address, which the worker has set from the last entry of X-Forwarded-For, written by Azure's front end;
    /// earlier entries can be forged and are ignored. Under the local host the address is loopback, and the header is read here. IPv6
    /// clients are distinguished by their /64 network.
    /// </summary>
    public static string Of(HttpRequest request)
    {
        var address = request.HttpContext.Connection.RemoteIpAddress ?? IPAddress.Loopback;
        var last = request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim();
        if (IPAddress.IsLoopback(address) && IPEndPoint.TryParse(last, out var point)) address = point.Address;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6
            ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(..8))
            : address.ToString();
    }
}
