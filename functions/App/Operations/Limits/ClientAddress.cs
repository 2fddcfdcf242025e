using System.Net;
using Microsoft.AspNetCore.Http;

namespace ThaffFunctions.Operations.Limits;

/// <summary>Who is asking, for limits only; hashed before it is kept, never logged.</summary>
static class ClientAddress
{
    /// <summary>
    /// The worker has taken the last entry of X-Forwarded-For, which the front end in front of the app wrote itself, for the connection's
    /// address; what stood before it can be forged and is not looked at. Only while the address is still the local host's own does the
    /// header count. IPv6 clients are told apart by their /64 network.
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
