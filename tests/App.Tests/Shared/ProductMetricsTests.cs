using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Tests.Documentation;
using ThaffFunctions.Tests.Mail;
using ThaffFunctions.Tests.Registration;

namespace ThaffFunctions.Tests.Shared;

/// <summary>What is counted, and the spans around it, as an exporter would get them.</summary>
public sealed class ProductMetricsTests
{
    [Fact]
    public async Task Registrations_are_counted_by_what_became_of_them()
    {
        await using var stage = await Stage.OpenAsync();
        using var counted = new Counted(stage);
        await stage.PlanAsync(TestSessions.October);

        await stage.RegisterAsync(Person.Ada);
        await stage.RegisterAsync(Person.Bo);
        stage.Clock.SetUtcNow(TestSessions.October.RegistrationCloses);
        await stage.RegisterAsync(Person.Cem);

        Assert.Equal((2, 1), (counted["registrations", "Received"], counted["registrations", "NotOpen"]));
    }

    [Fact]
    public async Task Deliveries_are_counted_by_the_state_they_reach()
    {
        await using var stage = await TestMails.OpenAsync(mail => mail.To.Value.StartsWith("weg", StringComparison.Ordinal) ? null : mail);
        using var counted = new Counted(stage);

        var ids = await stage.WriteAsync(TestMails.Kind, "ada@firma.example", "bo@bounce.example", "weg@firma.example", "cem@nirgends");
        foreach (var id in ids) await stage.FireAsync("DeliverMail", id.ToString());
        foreach (var id in ids) await stage.ReachesAsync(id, DeliveryState.Delivered, DeliveryState.Bounced, DeliveryState.Skipped,
            DeliveryState.Failed);
        await Stage.EventuallyAsync(async () => (await stage.MailsAsync("redaktion@thaff.example")).Count == 1);

        await Stage.EventuallyAsync(() => Task.FromResult(counted["deliveries", "delivered"] == 2)); // the notice to staff is one, too
        Assert.Equal((3, 1, 1, 1),
            (counted["deliveries", "sent"], counted["deliveries", "bounced"], counted["deliveries", "skipped"],
                counted["deliveries", "failed"]));
    }

    [Fact]
    public async Task Documents_are_counted_by_what_became_of_them()
    {
        await using var stage = await Stage.OpenAsync(settings: new() { ["AzureWebJobs.ScheduleNotes.Disabled"] = "true" });
        using var counted = new Counted(stage);
        await stage.PlanAsync(TestSessions.October);

        await stage.PutNotesAsync("Was wir besprochen haben.");
        await stage.PublishAsync();
        await stage.PutNotesAsync("");
        await stage.PublishAsync();
        await stage.DeleteNotesAsync();
        await stage.PublishAsync();

        Assert.Equal((1, 1, 1), (counted["documents", "published"], counted["documents", "refused"], counted["documents", "withdrawn"]));
    }

    [Fact]
    public async Task Every_invocation_is_a_span_and_a_failed_one_says_so_without_details()
    {
        using var traces = new RecordedTraces();
        await using var stage = await TestMails.OpenAsync(_ => throw new InvalidOperationException("for ada@firma.example"));
        var id = (await stage.WriteAsync(TestMails.Kind, "ada@firma.example"))[0];

        await stage.FailsAsync("DeliverMail", id.ToString());

        Assert.Contains(traces.Spans, span =>
            span is { DisplayName: "DeliverMail", Status: ActivityStatusCode.Error, StatusDescription: nameof(InvalidOperationException) }
                && span.Source.Name == FunctionTraces.Name);
    }

    sealed class Counted : IDisposable
    {
        readonly ConcurrentDictionary<(string Instrument, string? Tag), long> counts = new();
        readonly MeterListener listener = new();

        public Counted(Stage stage)
        {
            var ours = stage.Service<IMeterFactory>();
            listener.InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name == ProductMetrics.MeterName && instrument.Meter.Scope == ours)
                    listening.EnableMeasurementEvents(instrument);
            };
            listener.SetMeasurementEventCallback<long>((instrument, count, tags, _) =>
                counts.AddOrUpdate((instrument.Name, $"{tags[0].Value}"), count, (_, before) => before + count));
            listener.Start();
        }

        public long this[string instrument, string tag] => counts.GetValueOrDefault((instrument, tag));

        public void Dispose() => listener.Dispose();
    }
}
