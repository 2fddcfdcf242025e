using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace ThaffFunctions.LocalHost.Starting;

/// <summary>
/// The port of the app's pages. It is reserved before anything else starts, so that settings can contain it and a port in use is reported
/// immediately.
/// </summary>
sealed class OwnPort : IDisposable
{
    const int DefaultPort = 7071;

    readonly Socket _socket;
    readonly Socket? _socket6;

    OwnPort(Socket socket, Socket? socket6) => (_socket, _socket6) = (socket, socket6);

    public int Port => PortOf(_socket);

    public string Url => string.Create(CultureInfo.InvariantCulture, $"http://localhost:{Port}");

    /// <summary>Reserves the port for IPv4 and IPv6 on localhost.</summary>
    /// <exception cref="CannotStartException">Another program uses the port.</exception>
    public static OwnPort Claim(IConfiguration configuration)
    {
        var port = ReadPort(configuration[SettingNames.Port]);
        Socket? socket = null;
        try
        {
            socket = Open(IPAddress.Loopback, port);
            return new OwnPort(socket, OpenIPv6(PortOf(socket)));
        }
        catch (SocketException problem)
        {
            socket?.Dispose();
            throw new CannotStartException(problem.SocketErrorCode == SocketError.AddressAlreadyInUse
                ? $"Port {port} is in use: stop what runs there, or take another port with `-- --port {port + 1}`."
                : $"Port {port} can't be opened ({problem.Message}): take another port with `-- --port {DefaultPort}`.");
        }
    }

    /// <summary>The reserved socket for the web server.</summary>
    public Socket Listen(EndPoint endpoint) => (endpoint.AddressFamily == AddressFamily.InterNetwork ? _socket : _socket6)
        ?? SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);

    public void Dispose()
    {
        _socket.Dispose();
        _socket6?.Dispose();
    }

    /// <summary>The IPv6 socket; <see langword="null"/> on machines without IPv6.</summary>
    static Socket? OpenIPv6(int port)
    {
        try
        {
            return Socket.OSSupportsIPv6 ? Open(IPAddress.IPv6Loopback, port) : null;
        }
        catch (SocketException problem)
            when (problem.SocketErrorCode is SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported)
        {
            return null;
        }
    }

    static Socket Open(IPAddress address, int port)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(address, port));
            socket.Listen();
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    static int PortOf(Socket socket) => ((IPEndPoint)socket.LocalEndPoint!).Port;

    static int ReadPort(string? text)
    {
        if (text is null) return DefaultPort;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= IPEndPoint.MaxPort
            ? port
            : throw new CannotStartException($"'{text}' isn't a port: say `-- --port N` with a number from 0 (any free port) "
            + $"to {IPEndPoint.MaxPort}.");
    }
}
