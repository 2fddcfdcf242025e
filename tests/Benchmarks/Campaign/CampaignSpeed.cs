using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using Azure.Storage.Blobs;
using ThaffFunctions.RealWorker;

namespace ThaffFunctions.Benchmarks.Campaign;

/// <summary>
/// An invitation to the whole list, from the timer to the last mail, against a mail service that answers at once. Each size is measured
/// on a storage of its own: timed without anything between app and storage, and once more through a tap that counts. Two invitations are
/// timed: the first makes the app compile what it runs, as after a cold start; the second does not.
/// </summary>
static class CampaignSpeed
{
    /// <summary>How many recipients, unless the command line says otherwise.</summary>
    public static readonly int[] Sizes = [250, 1_000, 10_000, 100_000];

    /// <summary>As host.json has it for Azure; the local host looks more often.</summary>
    static readonly TimeSpan s_pauseInAzure = TimeSpan.FromSeconds(2);
    static readonly TimeSpan s_pauseHere = TimeSpan.FromMilliseconds(250);
    static readonly TimeSpan s_quiet = TimeSpan.FromSeconds(3);

    /// <summary>After so long without a mail something was lost; on a machine that does nothing else that does not happen.</summary>
    static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    /// <summary>Longer than claims and messages are waited for.</summary>
    static readonly TimeSpan s_grace = TimeSpan.FromMinutes(31);

    public static async Task MeasureAsync(IReadOnlyList<int> sizes)
    {
        foreach (var size in sizes)
        {
            await TimeAsync(size, instances: 1, s_pauseHere);
            await TimeAsync(size, instances: 2, s_pauseHere);
            await TimeAsync(size, instances: 1, s_pauseInAzure);
            await CountAsync(size);
        }
    }

    static async Task TimeAsync(int size, int instances, TimeSpan pause)
    {
        await using var storage = await Storage.StartAsync();
        await using var mail = await AtOnceMailService.OpenAsync();
        var (seconds, memory) = await RunAsync(storage, storage.ConnectionString, mail, size, instances, pause, campaigns: 2);
        var (first, second) = (seconds[0], seconds[1]);
        using var loop = new BareCampaign(storage.ConnectionString, mail);
        mail.Reset();
        var bare = await loop.RunAsync();
        if (mail.Mails != size) throw new InvalidOperationException($"The bare loop posted {mail.Mails} mails.");
        Console.WriteLine(
            $"campaign, {size} recipients, {instances} instance(s), queues looked at every {pause.TotalSeconds} s: first {first:0.00} s, second {second:0.00} s, "
            + $"{size / second:0} mails/s, at most {memory:0} MiB; bare loop {bare:0.00} s, {size / bare:0} mails/s, ratio {bare / second:0.00}");
    }

    static async Task CountAsync(int size)
    {
        await using var storage = await Storage.StartAsync();
        await using var mail = await AtOnceMailService.OpenAsync();
        var asked = new StorageCalls();
        await using var tap = await StorageTap.OpenAsync(storage.ConnectionString, asked.PassAsync);
        await RunAsync(storage, tap.ConnectionString, mail, size, instances: 1, s_pauseHere, campaigns: 1, started: () => asked.Take());
        var (calls, rows) = asked.Take();
        Console.WriteLine($"campaign, {size} recipients, {mail.Requests} requests to the mail service; a mail: {(double)rows / size:0.0000} rows read, "
            + string.Join(", ", calls.OrderBy(call => call.Key, StringComparer.Ordinal).Select(call => $"{call.Value / (double)size:0.0000} {call.Key} ({call.Value})")));
    }

    /// <param name="storage">Where the list is written.</param>
    /// <param name="connection">How the app gets there.</param>
    /// <param name="mail">Counts the mails.</param>
    /// <param name="size">How many recipients.</param>
    /// <param name="instances">How many instances share the work.</param>
    /// <param name="pause">The longest pause between two looks into an empty queue.</param>
    /// <param name="campaigns">How many invitations, one after the other.</param>
    /// <param name="started">Called before each.</param>
    /// <returns>The seconds of each, and the most that a worker held in memory, in MiB.</returns>
    static async Task<(double[] Seconds, double Memory)> RunAsync(Storage storage, string connection, AtOnceMailService mail,
        int size, int instances, TimeSpan pause, int campaigns, Action? started = null)
    {
        var clock = new MovedClock(storage.Folder);
        string[] settings =
        [
            $"--LocalHost:Azurite={connection}", $"--LocalHost:LongestPollPause={pause}", $"--SendGrid:Host={mail.Url}", "--Demonstration:Enabled=false", $"--Secrets:RowKey={Subscribers.Secret}", "--Logging:LogLevel:Default=Warning",
            "--AzureWebJobs.SendDueCampaigns.Disabled=true", "--AzureWebJobs.RecoverDeliveries.Disabled=true",
        ];
        List<RunningApp> apps = [];
        try
        {
            for (var instance = 0; instance < instances; instance++)
                apps.Add(await RunningApp.ProductAsync(storage, clock.Environment, settings));
            await Subscribers.AddAsync(storage.ConnectionString, size);
            var seconds = new double[campaigns];
            for (var campaign = 0; campaign < campaigns; campaign++)
            {
                await PlanAsync(storage, apps[0], clock, daysAhead: 40 + campaign);
                started?.Invoke();
                seconds[campaign] = await InviteAsync(apps[0], mail, clock, size);
            }

            return (seconds, apps.Max(app => app.WorkerMemory.Most));
        }
        finally
        {
            foreach (var app in apps) await app.DisposeAsync();
        }
    }

    /// <returns>Seconds from the timer to the last mail.</returns>
    static async Task<double> InviteAsync(RunningApp app, AtOnceMailService mail, MovedClock clock, int size)
    {
        mail.Reset();
        var begun = Stopwatch.GetTimestamp();
        await FireAsync(app, "SendDueCampaigns");
        while (mail.Mails < size)
        {
            if (Stopwatch.GetElapsedTime(begun) > TimeSpan.FromHours(1)) throw new TimeoutException($"{mail.Mails} of {size} mails.");
            if (Stopwatch.GetElapsedTime(Math.Max(begun, mail.Last)) > s_patience) await RecoverAsync(app, mail, clock, size);
            await Task.Delay(5);
        }

        await Task.Delay(s_quiet); // the last rows are marked
        return mail.Mails == size
            ? Stopwatch.GetElapsedTime(begun, mail.Last).TotalSeconds
            : throw new InvalidOperationException($"{mail.Mails} mails instead of {size}.");
    }

    /// <summary>As the timers do that are off while it is measured. The time that comes out says nothing then.</summary>
    static async Task RecoverAsync(RunningApp app, AtOnceMailService mail, MovedClock clock, int size)
    {
        Console.WriteLine($"No mail for {s_patience.TotalSeconds} s after {mail.Mails} of {size}: timers recover what was lost; DON'T USE the next time.");
        mail.Note();
        clock.Advance(s_grace);
        await FireAsync(app, "SendDueCampaigns"); // ranges
        await FireAsync(app, "RecoverDeliveries"); // claims, and messages for batches
    }

    static async Task FireAsync(RunningApp app, string timer)
    {
        using var fired = await app.Http.PostAsJsonAsync($"/admin/functions/{timer}", new { input = "" });
        fired.EnsureSuccessStatusCode();
    }

    /// <summary>A session whose invitation is due: it stands in the programme, and then it is nine o'clock three weeks before it.</summary>
    static async Task PlanAsync(Storage storage, RunningApp app, MovedClock clock, int daysAhead)
    {
        var day = TimeProvider.System.GetUtcNow().Date.AddDays(daysAhead);
        var id = $"{day:yyyy-MM}-messung-{daysAhead}";
        var text = string.Create(CultureInfo.InvariantCulture, $"""
            sessions:
              - id: {id}
                title: Messung
                date: {day:yyyy-MM-dd}
                start: 10:00
                end: 12:00
                place: Erfurt
                seats: 60
            """);
        await new BlobContainerClient(storage.ConnectionString, "programme").UploadBlobAsync($"{id}.yaml", BinaryData.FromString(text));
        var patience = Stopwatch.StartNew();
        while (!(await app.Http.GetStringAsync("/programm.json")).Contains(id, StringComparison.Ordinal))
        {
            if (patience.Elapsed > TimeSpan.FromMinutes(1)) throw new TimeoutException("The programme was not imported.");
            await Task.Delay(200);
        }

        clock.Set(new DateTimeOffset(day.AddDays(-21).AddHours(9), TimeSpan.Zero)); // an hour or two after nine in Berlin
    }
}
