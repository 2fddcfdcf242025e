using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace ThaffFunctions.LocalHost.Starting;

/// <summary>
/// The port the app answers on, claimed before anything else, so that every setting can name it and a busy port is told at once.
/// </summary>
sealed class OwnAddress : IDisposable
{
    const int DefaultPort = 7071;

    readonly Socket _socket;
    readonly Socket? _socket6;

    OwnAddress(Socket socket, Socket? socket6) => (_socket, _socket6) = (socket, socket6);

    public int Port => PortOf(_socket);

    public string Url => string.Create(CultureInfo.InvariantCulture, $"http://localhost:{Port}");

    /// <summary>Claims the port for both addresses that localhost has.</summary>
    /// <exception cref="CannotStartException">Somebody else has it.</exception>
    public static OwnAddress Claim(IConfiguration configuration)
    {
        var port = ReadPort(configuration[SettingNames.Port]);
        Socket? socket = null;
        try
        {
            socket = Open(IPAddress.Loopback, port);
            return new OwnAddress(socket, OpenIPv6(PortOf(socket)));
        }
        catch (SocketException problem)
        {
            socket?.Dispose();
            throw new CannotStartException(problem.SocketErrorCode == SocketError.AddressAlreadyInUse
                ? $"Port {port} is in use: stop what runs there, or take another port with `-- --port {port + 1}`."
                : $"Port {port} can't be opened ({problem.Message}): take another port with `-- --port {DefaultPort}`.");
        }
    }

    /// <summary>The claimed socket where the server asks for it.</summary>
    public Socket Listen(EndPoint endpoint) => (endpoint.AddressFamily == AddressFamily.InterNetwork ? _socket : _socket6)
        ?? SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);

    public void Dispose()
    {
        _socket.Dispose();
        _socket6?.Dispose();
    }

    /// <summary>Nothing on machines without IPv6.</summary>
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
