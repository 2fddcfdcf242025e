using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using ThaffFunctions.Tests.Registration;

namespace ThaffFunctions.Tests.Shared;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Nothing_is_exported_unless_a_setting_says_where_to()
    {
        await using var stage = await Stage.OpenAsync();

        Assert.Throws<InvalidOperationException>(() => stage.Service<TracerProvider>());
    }

    [Fact]
    public async Task A_collector_gets_traces_and_counts_and_no_person()
    {
        var received = new ConcurrentDictionary<string, string>();
        await using var collector = await CollectAsync(received);
        var address = collector.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        await using (var stage = await Stage.OpenAsync(settings: new()
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        }))
        {
            await stage.PlanAsync(TestSessions.October);
            await stage.RegisterAsync(Person.Ada with { FirstName = "Wilhelmine" });
            stage.Service<TracerProvider>().ForceFlush();
            await Stage.EventuallyAsync(() => Task.FromResult(
                stage.Service<MeterProvider>().ForceFlush()
                    && received.GetValueOrDefault("/v1/metrics", "").Contains("deliveries", StringComparison.Ordinal)));
        }

        Assert.Contains("Register", received["/v1/traces"], StringComparison.Ordinal);
        Assert.Contains("registrations", received["/v1/metrics"], StringComparison.Ordinal);
        foreach (var personal in new[] { "ada@", "Löwe", "Wilhelmine" })
            Assert.DoesNotContain(personal, string.Concat(received.Values), StringComparison.Ordinal);
    }

    static async Task<WebApplication> CollectAsync(ConcurrentDictionary<string, string> received)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(async http =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            var text = Encoding.UTF8.GetString(body.ToArray());
            received.AddOrUpdate(http.Request.Path, text, (_, before) => before + text);
            http.Response.ContentType = "application/x-protobuf";
        });
        await app.StartAsync();
        return app;
    }
}
