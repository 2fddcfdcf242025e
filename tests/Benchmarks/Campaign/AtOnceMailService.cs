using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace ThaffFunctions.Benchmarks.Campaign;

/// <summary>A mail service that accepts everything at once, and counts what goes to <see cref="Subscribers"/>: staff get notices too.</summary>
sealed class AtOnceMailService : IAsyncDisposable
{
    readonly WebApplication web;
    int mails;
    int requests;
    long last;

    AtOnceMailService(WebApplication web) => this.web = web;

    public string Url => web.Urls.Single();

    public int Mails => Volatile.Read(ref mails);

    /// <summary>How many requests brought them.</summary>
    public int Requests => Volatile.Read(ref requests);

    /// <summary>When the last request was answered.</summary>
    public long Last => Volatile.Read(ref last);

    public static async Task<AtOnceMailService> OpenAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var service = new AtOnceMailService(builder.Build());
        service.web.Run(service.AcceptAsync);
        await service.web.StartAsync();
        return service;
    }

    public void Reset() => (mails, requests) = (0, 0);

    /// <summary>From now on it is waited for the next mail.</summary>
    public void Note() => Volatile.Write(ref last, Stopwatch.GetTimestamp());

    public ValueTask DisposeAsync() => web.DisposeAsync();

    async Task AcceptAsync(HttpContext http)
    {
        using var request = await JsonDocument.ParseAsync(http.Request.Body);
        var count = request.RootElement.GetProperty("personalizations").EnumerateArray().Count(personalization =>
            personalization.GetProperty("to")[0].GetProperty("email").GetString()!.EndsWith(Subscribers.Domain, StringComparison.Ordinal));
        http.Response.StatusCode = StatusCodes.Status202Accepted;
        http.Response.Headers["X-Message-Id"] = "accepted";
        if (count == 0) return;

        Volatile.Write(ref last, Stopwatch.GetTimestamp());
        Interlocked.Increment(ref requests);
        Interlocked.Add(ref mails, count);
    }
}
