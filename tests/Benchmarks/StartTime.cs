namespace ThaffFunctions.Benchmarks;

/// <summary>
/// From the start of the host to the first page, in turns with an empty isolated worker under the same host, both as they are published.
/// Storage is running and filled, as on every start but the first.
/// </summary>
static class StartTime
{
    const int Turns = 15;

    public static async Task MeasureAsync(Storage storage)
    {
        List<double> product = [], empty = [];
        for (var turn = 0; turn < Turns; turn++)
        {
            await using (var app = await RunningApp.EmptyAsync(storage)) empty.Add(app.UntilFirstPage.TotalMilliseconds);
            await using (var app = await RunningApp.ProductAsync(storage)) product.Add(app.UntilFirstPage.TotalMilliseconds);
        }

        Console.WriteLine();
        Console.WriteLine("| start to first page | median ms | ratio |");
        Console.WriteLine("|---|---:|---:|");
        Console.WriteLine($"| empty worker | {Median(empty):F0} | 1.00 |");
        Console.WriteLine($"| product, programme page | {Median(product):F0} | {Median(product) / Median(empty):F2} |");
    }

    static double Median(List<double> times) => Stopwatches.At(times, .5);
}
