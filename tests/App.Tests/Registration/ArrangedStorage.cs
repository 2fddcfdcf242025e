using System.Globalization;
using System.Text.RegularExpressions;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace ThaffFunctions.Tests.Registration;

/// <summary>
/// Table storage between whose calls a test may step: it knows each transaction of a seats row, in the order they come, and may hold it,
/// break it, or take away the ETag that guards it.
/// </summary>
sealed partial class ArrangedStorage : HttpPipelinePolicy
{
    int transactions;

    /// <summary>Called with each transaction's number, from 1 after <see cref="Begin"/>, before the service hears of it.</summary>
    public Func<int, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>False writes the seats row over whatever is there.</summary>
    public bool IsGuarded { get; init; } = true;

    public int Transactions => Volatile.Read(ref transactions);

    public void Begin() => transactions = 0;

    public static RequestFailedException Fault() => new(0, "The connection broke.", new IOException());

    public void Replace(IServiceCollection services, string connection)
    {
        var options = new TableClientOptions { Retry = { MaxRetries = 0 } };
        options.AddPolicy(this, HttpPipelinePosition.PerCall);
        services.AddSingleton(new TableServiceClient(connection, options));
    }

    // nobody waits so
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (message.Request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal)) await ArrangeAsync(message.Request);
        await ProcessNextAsync(message, pipeline);
    }

    async Task ArrangeAsync(Request request)
    {
        using var buffer = new MemoryStream();
        await request.Content!.WriteToAsync(buffer, CancellationToken.None);
        var body = System.Text.Encoding.UTF8.GetString(buffer.ToArray());
        if (!Uri.UnescapeDataString(body).Contains("RowKey='seats'", StringComparison.Ordinal)) return;

        if (!IsGuarded)
        {
            var unguarded = System.Text.Encoding.UTF8.GetBytes(Guard().Replace(body, "If-Match: *", 1));
            request.Content = RequestContent.Create(unguarded);
            if (request.Headers.Contains("Content-Length"))
                request.Headers.SetValue("Content-Length", unguarded.Length.ToString(CultureInfo.InvariantCulture));
        }

        await Before(Interlocked.Increment(ref transactions));
    }

    [GeneratedRegex("If-Match: [^\r\n]*")]
    private static partial Regex Guard();
}
