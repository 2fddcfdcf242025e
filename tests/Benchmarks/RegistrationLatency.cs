using System.Diagnostics;
using System.Net.Http.Json;
using Azure;
using Azure.Data.Tables;

namespace ThaffFunctions.Benchmarks;

/// <summary>
/// A registration through HTTP beside the bare entity-group transaction that it cannot do without (seats row replaced under its ETag,
/// attendee and delivery added), in turns, on the same Azurite. Once while no mails are sent, once with everything running.
/// </summary>
static class RegistrationLatency
{
    const int WarmUp = 300;
    const int Turns = 1000;
    const int Crowd = 500;

    public static async Task MeasureAsync(Storage storage)
    {
        Console.WriteLine();
        Console.WriteLine("| one after another | p50 ms | p99 ms | per second | p50 ratio |");
        Console.WriteLine("|---|---:|---:|---:|---:|");
        await MeasureAsync(storage, "mails held back", "--AzureWebJobs.DeliverMail.Disabled=true");
        await MeasureAsync(storage, "mails sent meanwhile");
        await MeasureCrowdAsync(storage);
    }

    static async Task MeasureAsync(Storage storage, string name, params string[] settings)
    {
        await using var app = await RunningApp.ProductAsync(storage, ["--Registration:PostsPerClientAndHour=1000000", .. settings]);
        var session = await OpenSessionAsync(app);
        var bare = new BareTransaction(storage);
        await bare.PrepareAsync();
        List<double> bareTimes = [], times = [];
        for (var turn = 0; turn < WarmUp + Turns; turn++)
        {
            var bareTime = await TimeAsync(bare.RunAsync);
            var time = await TimeAsync(() => RegisterAsync(app, session));
            if (turn < WarmUp) continue;
            bareTimes.Add(bareTime);
            times.Add(time);
        }

        Print("bare transaction", bareTimes, bareTimes);
        Print($"registration, {name}", times, bareTimes);
    }

    static async Task MeasureCrowdAsync(Storage storage)
    {
        await using var app = await RunningApp.ProductAsync(storage, "--Registration:PostsPerClientAndHour=1000000");
        var session = await OpenSessionAsync(app);
        var seconds = await TimeAsync(() => Task.WhenAll(Enumerable.Range(0, Crowd).Select(_ => RegisterAsync(app, session)))) / 1000;
        Console.WriteLine();
        Console.WriteLine($"{Crowd} registrations at once, freshly started: all answered in {seconds:F2} s");
    }

    static async Task<string> OpenSessionAsync(RunningApp app)
    {
        var programme = await app.Http.GetFromJsonAsync<Programme>("/programm.json");
        return programme!.Sessions.First(session => session.Registration is "open" or "waitingList").Id;
    }

    static async Task RegisterAsync(RunningApp app, string session)
    {
        using var answer = await app.Http.PostAsJsonAsync("/api/registrations", new
        {
            session,
            firstName = "Gast",
            lastName = Guid.NewGuid().ToString("N"),
            email = $"{Guid.NewGuid():N}@example.org",
            company = "Werkstatt",
            sector = "handwerk",
            region = "erfurt",
            consent = true,
        });
        answer.EnsureSuccessStatusCode();
    }

    static async Task<double> TimeAsync(Func<Task> act)
    {
        var start = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    static void Print(string name, List<double> times, List<double> bare) => Console.WriteLine(
        $"| {name} | {At(times, .5):F2} | {At(times, .99):F2} | {1000 * times.Count / times.Sum():F0} | {At(times, .5) / At(bare, .5):F2} |");

    static double At(List<double> times, double part) => times.Order().ElementAt((int)(part * (times.Count - 1)));

    sealed record Programme(List<Session> Sessions);

    sealed record Session(string Id, string Registration);

    /// <summary>What the product's transaction is at the least.</summary>
    sealed class BareTransaction(Storage storage)
    {
        readonly TableClient table = new(storage.ConnectionString, "bare");
        readonly string partition = Guid.NewGuid().ToString("N");
        ETag etag;
        int taken;

        public async Task PrepareAsync()
        {
            await table.CreateIfNotExistsAsync();
            etag = (await table.AddEntityAsync(new TableEntity(partition, "seats") { ["Taken"] = 0 })).Headers.ETag!.Value;
        }

        public async Task RunAsync()
        {
            var id = Guid.NewGuid().ToString("N");
            var answers = await table.SubmitTransactionAsync(
            [
                new(TableTransactionActionType.UpdateReplace, new TableEntity(partition, "seats") { ["Taken"] = ++taken }, etag),
                new(TableTransactionActionType.Add, new TableEntity(partition, "attendee-" + id)
                {
                    ["FirstName"] = "Gast", ["LastName"] = id, ["Email"] = $"{id}@example.org", ["Company"] = "Werkstatt", ["Sector"] = "handwerk", ["Region"] = "erfurt",
                }),
                new(TableTransactionActionType.Add, new TableEntity(partition, "delivery-" + id) { ["Kind"] = "seated", ["State"] = "Queued" }),
            ]);
            etag = answers.Value[0].Headers.ETag!.Value;
        }
    }
}
