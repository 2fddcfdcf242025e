using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace ThaffFunctions.Shared.Hosting;

/// <summary>
/// OpenTelemetry traces and metrics over OTLP. Disabled unless the standard setting OTEL_EXPORTER_OTLP_ENDPOINT names a collector; the
/// other OTEL_… settings have the meaning of their specification.
/// </summary>
static class Telemetry
{
    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        // These log entries would contain the query, which may contain tokens.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        // ASP.NET Core warns about keys that protect cookies and forms; the app has neither.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not { Length: > 0 }) return;

        builder.Services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics.AddMeter(ProductMetrics.MeterName).AddOtlpExporter())
            .WithTracing(traces => traces.AddSource(FunctionTraces.Name).AddHttpClientInstrumentation().AddOtlpExporter());
    }
}
