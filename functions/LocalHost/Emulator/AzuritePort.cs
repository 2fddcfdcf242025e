using System.Net;
using System.Net.Sockets;
using System.Text;
using ThaffFunctions.LocalHost.Starting;

namespace ThaffFunctions.LocalHost.Emulator;

/// <summary>Checks over a plain TCP connection whether Azurite answers on a port.</summary>
static class AzuritePort
{
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <summary>The number of ports on which Azurite answers.</summary>
    /// <exception cref="CannotStartException">Another program answers on a port.</exception>
    public static async Task<int> CountAsync(IEnumerable<int> ports, CancellationToken cancellation)
    {
        var answers = await Task.WhenAll(ports.Select(port => AnswersAsync(port, cancellation)));
        return answers.Count(answer => answer);
    }

    static async Task<bool> AnswersAsync(int port, CancellationToken cancellation)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), cancellation);
        }
        catch (SocketException)
        {
            return false;
        }

        return await NamesItselfAsync(socket).WaitAsync(cancellation)
            ? true
            : throw new CannotStartException($"Port {port} is in use by something that isn't Azurite: stop it, or "
            + $"choose {AzuriteEndpoint.OtherPorts}.");
    }

    /// <summary>Every answer of Azurite, including errors, has a header such as <c>Server: Azurite-Blob/3.37.0</c>.</summary>
    static async Task<bool> NamesItselfAsync(Socket socket)
    {
        using var patience = new CancellationTokenSource(s_patience);
        try
        {
            await using var stream = new NetworkStream(socket);
            await stream.WriteAsync("GET / HTTP/1.0\r\n\r\n"u8.ToArray(), patience.Token);
            using var reader = new StreamReader(stream, Encoding.ASCII);
            return (await reader.ReadToEndAsync(patience.Token)).Contains("Server: Azurite", StringComparison.OrdinalIgnoreCase);
        }
        catch (Exception problem) when (problem is IOException or OperationCanceledException)
        {
            return false;
        }
    }
}
