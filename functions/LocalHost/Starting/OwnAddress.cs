using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Configuration;

namespace ThaffFunctions.LocalHost.Starting;

/// <summary>The port the app answers on, claimed before anything else, so that every setting can name it and a busy port is told at once.</summary>
sealed class OwnAddress : IDisposable
{
    const int DefaultPort = 7071;
    readonly Socket _socket;

    OwnAddress(Socket socket) => _socket = socket;

    public int Port => ((IPEndPoint)_socket.LocalEndPoint!).Port;

    public string Url => string.Create(CultureInfo.InvariantCulture, $"http://localhost:{Port}");

    public static OwnAddress Claim(IConfiguration configuration)
    {
        var port = ReadPort(configuration[SettingNames.Port]);
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            socket.Listen();
            return new OwnAddress(socket);
        }
        catch (SocketException problem)
        {
            socket.Dispose();
            throw new CannotStartException(problem.SocketErrorCode == SocketError.AddressAlreadyInUse
                ? $"Port {port} is in use: stop what runs there, or take another port with `-- --port {port + 1}`."
                : $"Port {port} can't be opened ({problem.Message}): take another port with `-- --port {DefaultPort}`.");
        }
    }

    /// <summary>The claimed socket where the server asks for it, a new one elsewhere (IPv6).</summary>
    public Socket Listen(EndPoint endpoint) => endpoint.AddressFamily == AddressFamily.InterNetwork
        ? _socket
        : SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);

    public void Dispose() => _socket.Dispose();

    static int ReadPort(string? text)
    {
        if (text is null) return DefaultPort;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= IPEndPoint.MaxPort
            ? port
            : throw new CannotStartException($"'{text}' isn't a port: say `-- --port N` with a number from 0 (any free port) to {IPEndPoint.MaxPort}.");
    }
}
