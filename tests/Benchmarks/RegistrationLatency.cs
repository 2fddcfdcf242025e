namespace ThaffFunctions.Benchmarks;

/// <summary>
/// A registration through HTTP beside what it cannot do without, in turns, on the same Azurite and under the same host: an HTTP function
/// that does nothing, the bare entity-group transaction, and the read that discretion asks for. Once while no mails are sent, once with
/// everything running.
/// </summary>
static class RegistrationLatency
{
    const int WarmUp = 300;
    const int Turns = 1000;

    public static async Task MeasureAsync(Storage storage)
    {
        Console.WriteLine();
        Console.WriteLine("| one after another | p50 ms | p99 ms | p50 ratio |");
        Console.WriteLine("|---|---:|---:|---:|");
        await MeasureAsync(storage, "mails held back", "--AzureWebJobs.DeliverMail.Disabled=true");
        await MeasureAsync(storage, "mails sent meanwhile");
    }

    static async Task MeasureAsync(Storage storage, string name, params string[] settings)
    {
        await using var empty = await RunningApp.EmptyAsync(storage);
        await using var app = await RunningApp.ProductAsync(storage, [.. Registrations.Unlimited, .. settings]);
        var registrations = await Registrations.OpenAsync(app);
        var bare = await BareTransactions.PrepareAsync(storage);
        List<double> emptyTimes = [], bareTimes = [], readTimes = [], times = [];
        for (var turn = 0; turn < WarmUp + Turns; turn++)
        {
            var emptyTime = await Stopwatches.TimeAsync(() => Registrations.PostToAsync(empty, "none"));
            var bareTime = await Stopwatches.TimeAsync(() => bare.RunAsync(1));
            var readTime = await Stopwatches.TimeAsync(bare.ReadAsync);
            var time = await Stopwatches.TimeAsync(registrations.PostAsync);
            if (turn < WarmUp) continue;
            emptyTimes.Add(emptyTime);
            bareTimes.Add(bareTime);
            readTimes.Add(readTime);
            times.Add(time);
        }

        var least = Stopwatches.At(emptyTimes, .5) + Stopwatches.At(bareTimes, .5);
        var withRead = least + Stopwatches.At(readTimes, .5);
        Print("empty HTTP function", emptyTimes, least);
        Print("bare transaction", bareTimes, least);
        Print("bare read of a row by its key", readTimes, least);
        Console.WriteLine($"| function and transaction | {least:F2} | | 1.00 |");
        Console.WriteLine($"| function, transaction and read | {withRead:F2} | | {withRead / least:F2} |");
        Print($"registration, {name}", times, least);
    }

    static void Print(string name, List<double> times, double least) =>
        Console.WriteLine($"| {name} | {Stopwatches.At(times, .5):F2} | {Stopwatches.At(times, .99):F2} "
            + $"| {Stopwatches.At(times, .5) / least:F2} |");
}
