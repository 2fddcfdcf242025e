using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using Azure.Storage.Blobs;

namespace ThaffFunctions.Benchmarks.Campaign;

/// <summary>
/// An invitation to the whole list, from the timer to the last mail, against a mail service that answers at once. Each size is measured
/// on a storage of its own: timed without anything between app and storage, and once more through a tap that counts.
/// </summary>
static class CampaignSpeed
{
    static readonly TimeSpan s_quiet = TimeSpan.FromSeconds(3);

    public static async Task MeasureAsync(IReadOnlyList<int> sizes)
    {
        foreach (var size in sizes)
        {
            foreach (var instances in new[] { 1, 2 }) await TimeAsync(size, instances);
            await CountAsync(size);
        }
    }

    static async Task TimeAsync(int size, int instances)
    {
        await using var storage = await Storage.StartAsync();
        await using var mail = await AtOnceMailService.OpenAsync();
        var (seconds, memory) = await RunAsync(storage, storage.ConnectionString, mail, size, instances);
        mail.Reset();
        using var loop = new BareCampaign(storage.ConnectionString, mail);
        var bare = await loop.RunAsync();
        if (mail.Mails != size) throw new InvalidOperationException($"The bare loop posted {mail.Mails} mails.");
        Console.WriteLine(
            $"campaign, {size} recipients, {instances} instance(s): {seconds:0.00} s, {size / seconds:0} mails/s, at most {memory:0} MiB; "
            + $"bare loop {bare:0.00} s, {size / bare:0} mails/s, ratio {bare / seconds:0.00}");
    }

    static async Task CountAsync(int size)
    {
        await using var storage = await Storage.StartAsync();
        await using var mail = await AtOnceMailService.OpenAsync();
        await using var tap = await CountingTap.OpenAsync(storage.ConnectionString);
        await RunAsync(storage, tap.ConnectionString, mail, size, 1, started: () => tap.Take());
        var (calls, rows) = tap.Take();
        Console.WriteLine($"campaign, {size} recipients, {mail.Requests} requests to the mail service; a mail: {(double)rows / size:0.0000} rows read, "
            + string.Join(", ", calls.OrderBy(call => call.Key, StringComparer.Ordinal).Select(call => $"{call.Value / (double)size:0.0000} {call.Key} ({call.Value})")));
    }

    static async Task<(double Seconds, double Memory)> RunAsync(
        Storage storage, string connection, AtOnceMailService mail, int size, int instances, Action? started = null)
    {
        var clock = new MovedClock(storage.Folder);
        string[] settings =
        [
            $"--LocalHost:Azurite={connection}", $"--SendGrid:Host={mail.Url}", "--Demonstration:Enabled=false", $"--Secrets:RowKey={Subscribers.Secret}", "--Logging:LogLevel:Default=Warning",
            "--AzureWebJobs.SendDueCampaigns.Disabled=true", "--AzureWebJobs.RecoverDeliveries.Disabled=true",
        ];
        List<RunningApp> apps = [];
        try
        {
            for (var instance = 0; instance < instances; instance++)
                apps.Add(await RunningApp.ProductAsync(storage, clock.Environment, settings));
            await Subscribers.AddAsync(storage.ConnectionString, size);
            await PlanAsync(storage, apps[0], clock);
            started?.Invoke();

            var begun = Stopwatch.GetTimestamp();
            using var fired = await apps[0].Http.PostAsJsonAsync("/admin/functions/SendDueCampaigns", new { input = "" });
            fired.EnsureSuccessStatusCode();
            while (mail.Mails < size)
            {
                if (Stopwatch.GetElapsedTime(begun) > TimeSpan.FromMinutes(30)) throw new TimeoutException($"{mail.Mails} of {size} mails.");
                await Task.Delay(5);
            }

            var seconds = Stopwatch.GetElapsedTime(begun, mail.Last).TotalSeconds;
            await Task.Delay(s_quiet); // the last rows are marked
            return mail.Mails == size
                ? (seconds, apps.Max(app => app.WorkerMemory.Most))
                : throw new InvalidOperationException($"{mail.Mails} mails instead of {size}.");
        }
        finally
        {
            foreach (var app in apps) await app.DisposeAsync();
        }
    }

    /// <summary>A session whose invitation is due: it stands in the programme, and then it is nine o'clock three weeks before it.</summary>
    static async Task PlanAsync(Storage storage, RunningApp app, MovedClock clock)
    {
        var day = TimeProvider.System.GetUtcNow().Date.AddDays(40);
        var text = string.Create(CultureInfo.InvariantCulture, $"""
            sessions:
              - id: {day:yyyy-MM}-messung
                title: Messung
                date: {day:yyyy-MM-dd}
                start: 10:00
                end: 12:00
                place: Erfurt
                seats: 60
            """);
        await new BlobContainerClient(storage.ConnectionString, "programme").UploadBlobAsync("messung.yaml", BinaryData.FromString(text));
        var patience = Stopwatch.StartNew();
        while (!(await app.Http.GetStringAsync("/programm.json")).Contains("-messung", StringComparison.Ordinal))
        {
            if (patience.Elapsed > TimeSpan.FromMinutes(1)) throw new TimeoutException("The programme was not imported.");
            await Task.Delay(200);
        }

        clock.Set(new DateTimeOffset(day.AddDays(-21).AddHours(9), TimeSpan.Zero)); // an hour or two after nine in Berlin
    }
}
