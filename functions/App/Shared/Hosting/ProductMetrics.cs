using System.Diagnostics.Metrics;

namespace ThaffFunctions.Shared.Hosting;

/// <summary>The metrics of the product, exported by OpenTelemetry if a setting enables it. No dimension identifies a person.</summary>
public sealed class ProductMetrics
{
    public const string MeterName = "ThaffFunctions";

    readonly Counter<long> registrations;
    readonly Counter<long> deliveries;
    readonly Counter<long> documents;
    readonly Counter<long> unreadable;

    public ProductMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        registrations = meter.CreateCounter<long>("registrations", description: "Registrations by what became of them");
        deliveries = meter.CreateCounter<long>("deliveries", description: "Deliveries by the state they reached");
        documents = meter.CreateCounter<long>("documents", description: "Documentations by what became of them");
        unreadable = meter.CreateCounter<long>("unreadable", description: "Rows, files and messages left out as unreadable, by place");
    }

    public void CountRegistration(string outcome) => registrations.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void CountDeliveries(string state, int count = 1) => deliveries.Add(count, new KeyValuePair<string, object?>("state", state));

    /// <param name="place">A table, container or queue.</param>
    public void CountUnreadable(string place) => unreadable.Add(1, new KeyValuePair<string, object?>("place", place));

    public void CountDocument(string outcome) => documents.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
}
