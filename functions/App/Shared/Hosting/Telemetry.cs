using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace ThaffFunctions.Shared.Hosting;

/// <summary>
/// OpenTelemetry traces and metrics over OTLP. Off unless the standard setting OTEL_EXPORTER_OTLP_ENDPOINT names a collector; the other
/// OTEL_… settings hold as their specification says.
/// </summary>
static class Telemetry
{
    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        // Tokens stand in the query, and these lines would name it.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        // The web framework warns of keys for cookies and forms, of which there are none here.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not { Length: > 0 }) return;

        builder.Services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics.AddMeter(ProductMetrics.MeterName).AddOtlpExporter())
            .WithTracing(traces => traces.AddSource(FunctionTraces.Name).AddHttpClientInstrumentation().AddOtlpExporter());
    }
}
