using System.Net;
using Microsoft.AspNetCore.Http;

namespace ThaffFunctions.Shared.Limits;

/// <summary>Who is asking, for limits only; hashed before it is kept, never logged.</summary>
public static class ClientAddress
{
    /// <summary>
    /// The last entry of X-Forwarded-For is the one the front end in front of the app wrote itself; what stands before it can be forged.
    /// Without the header, the connection's address. IPv6 clients are told apart by their /64 network.
    /// </summary>
    public static string Of(HttpRequest request)
    {
        var last = request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim();
        var address = IPEndPoint.TryParse(last, out var point) ? point.Address : request.HttpContext.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6
            ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(..8))
            : address.ToString();
    }
}
