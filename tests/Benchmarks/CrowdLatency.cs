namespace ThaffFunctions.Benchmarks;

/// <summary>
/// Five hundred people at once on one session, freshly started and once more, beside what this cannot do without: as many requests to an
/// HTTP function that does nothing, freshly started too, and the transactions, each for as many registrations as fit. And what the worker's
/// process holds in memory before and after.
/// </summary>
static class CrowdLatency
{
    const int Crowd = 500;
    const int Together = 33; // three rows each and the seats row: the 100 that a transaction may hold

    public static async Task MeasureAsync(Storage storage)
    {
        var bare = await BareTransactions.PrepareAsync(storage);
        var least = await Stopwatches.TimeAsync(async () =>
        {
            for (var left = Crowd; left > 0; left -= Together) await bare.RunAsync(Math.Min(left, Together));
        });
        await using var empty = await RunningApp.EmptyAsync(storage);
        var requests = await AtOnceAsync(() => Registrations.PostToAsync(empty, "none"));

        Console.WriteLine();
        Console.WriteLine($"| {Crowd} at once | freshly started, s | once more, s |");
        Console.WriteLine("|---|---:|---:|");
        Console.WriteLine($"| bare group transactions, one after another | {least / 1000:F2} | |");
        Console.WriteLine($"| empty HTTP function, all answered | {requests / 1000:F2} | |");
        await RegisterAsync(storage, "mails held back", "--AzureWebJobs.DeliverMail.Disabled=true");
        var (before, most) = await RegisterAsync(storage, "mails sent meanwhile");

        Console.WriteLine();
        Console.WriteLine("| memory of the worker's process | MiB |");
        Console.WriteLine("|---|---:|");
        Console.WriteLine($"| after the first page | {before:F0} |");
        Console.WriteLine($"| at most, twice {Crowd} registrations at once included | {most:F0} |");
    }

    static async Task<(double Before, double Most)> RegisterAsync(Storage storage, string name, params string[] settings)
    {
        await using var app = await RunningApp.ProductAsync(storage, [.. Registrations.Unlimited, .. settings]);
        var registrations = await Registrations.OpenAsync(app);
        var before = app.WorkerMemory.Now;
        var fresh = await AtOnceAsync(registrations.PostAsync);
        var again = await AtOnceAsync(registrations.PostAsync);
        Console.WriteLine($"| registrations, all answered, {name} | {fresh / 1000:F2} | {again / 1000:F2} |");
        return (before, app.WorkerMemory.Most);
    }

    static Task<double> AtOnceAsync(Func<Task> post) =>
        Stopwatches.TimeAsync(() => Task.WhenAll(Enumerable.Range(0, Crowd).Select(_ => post())));
}
