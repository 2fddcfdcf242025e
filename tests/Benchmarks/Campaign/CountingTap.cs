using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ThaffFunctions.Benchmarks.Campaign;

/// <summary>Stands between the app and its storage and counts what is asked for by kind, and the rows that come back.</summary>
sealed partial class CountingTap : IAsyncDisposable
{
    static readonly string[] s_services = ["BlobEndpoint", "QueueEndpoint", "TableEndpoint"];

    /// <summary>What a proxy does not pass on: it belongs to one connection.</summary>
    static readonly string[] s_ofTheConnection = ["Host", "Connection", "Transfer-Encoding", "Expect"];

    readonly WebApplication web;
    readonly HttpMessageInvoker client = new(new SocketsHttpHandler { UseCookies = false, UseProxy = false, MaxConnectionsPerServer = 64 });
    readonly Dictionary<int, string> targets = [];
    ConcurrentDictionary<string, int> calls = new();
    int rows;

    CountingTap(WebApplication web) => this.web = web;

    /// <summary>Storage's connection string by way of the tap.</summary>
    public string ConnectionString { get; private set; } = "";

    public static async Task<CountingTap> OpenAsync(string storage)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            foreach (var _ in s_services) kestrel.Listen(IPAddress.Loopback, 0);
        });
        var tap = new CountingTap(builder.Build()) { ConnectionString = storage };
        tap.web.Run(tap.PassAsync);
        await tap.web.StartAsync();
        var addresses = tap.web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        foreach (var (service, address) in s_services.Zip(addresses))
        {
            var endpoint = storage.Split(';').Single(part => part.StartsWith(service, StringComparison.Ordinal))[(service.Length + 1)..];
            var target = new Uri(endpoint).GetLeftPart(UriPartial.Authority);
            tap.targets[new Uri(address).Port] = target;
            tap.ConnectionString = tap.ConnectionString.Replace(target, address, StringComparison.Ordinal);
        }

        return tap;
    }

    /// <summary>What was counted since the last look.</summary>
    public (IReadOnlyDictionary<string, int> Calls, int Rows) Take() =>
        (Interlocked.Exchange(ref calls, new()), Interlocked.Exchange(ref rows, 0));

    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        client.Dispose();
    }

    async Task PassAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var address = targets[http.Connection.LocalPort] + http.Request.Path.ToUriComponent() + http.Request.QueryString;
        using var request = new HttpRequestMessage(new(http.Request.Method), address) { Content = new ByteArrayContent(body.ToArray()) };
        foreach (var header in http.Request.Headers.Where(header => IsPassedOn(header.Key)))
            if (!request.Headers.TryAddWithoutValidation(header.Key, header.Value.ToArray()))
                request.Content.Headers.TryAddWithoutValidation(header.Key, header.Value.ToArray());
        request.Headers.Host = http.Request.Host.Value; // it is signed
        using var answer = await client.SendAsync(request, http.RequestAborted);

        http.Response.StatusCode = (int)answer.StatusCode;
        foreach (var header in answer.Headers.Concat(answer.Content.Headers).Where(header => IsPassedOn(header.Key)))
            http.Response.Headers[header.Key] = header.Value.ToArray();
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Count(http.Request, bytes);
        if (bytes.Length > 0) await http.Response.Body.WriteAsync(bytes);
    }

    static bool IsPassedOn(string header) => !s_ofTheConnection.Contains(header, StringComparer.OrdinalIgnoreCase);

    /// <summary>Looking whether there is a message is left out: it goes by the clock, not by mails.</summary>
    void Count(HttpRequest request, byte[] answer)
    {
        var path = request.Path.Value!;
        if (KindOf(request.Method, path, answer) is not { } kind) return;

        calls.AddOrUpdate(kind, 1, (_, count) => count + 1);
        if (kind is "table query" or "table read") Interlocked.Add(ref rows, Row().Count(System.Text.Encoding.UTF8.GetString(answer)));
    }

    static string? KindOf(string method, string path, byte[] answer) => (method, path) switch
    {
        (_, _) when path.EndsWith("$batch", StringComparison.Ordinal) => "table transaction",
        ("GET", _) when path.EndsWith("()", StringComparison.Ordinal) => "table query",
        ("GET", _) when path.EndsWith(')') => "table read",
        (_, _) when path.EndsWith(')') => "table write",
        ("POST", _) when path.EndsWith("/messages", StringComparison.Ordinal) => "queue send",
        ("GET", _) when path.EndsWith("/messages", StringComparison.Ordinal) =>
            answer.AsSpan().IndexOf("<MessageText>"u8) >= 0 ? "queue receive" : null,
        ("PUT" or "DELETE", _) when path.Contains("/messages/", StringComparison.Ordinal) => "queue delete or renew",
        ("POST", _) when path.Count(letter => letter == '/') == 2 && !path.Contains("blob", StringComparison.Ordinal) => "table write",
        _ => null, // blobs: locks and programme files
    };

    [GeneratedRegex("\"PartitionKey\":")]
    private static partial Regex Row();
}
