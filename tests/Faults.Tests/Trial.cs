using System.Globalization;
using Xunit.Abstractions;

namespace ThaffFunctions.Faults.Tests;

/// <summary>Runs a scenario once without a fault, which counts its steps, and then with a fault at chosen ones.</summary>
sealed class Trial(Func<IScenario> scenario, ITestOutputHelper output)
{
    static readonly int s_seed =
        int.TryParse(Environment.GetEnvironmentVariable("FAULTS_SEED"), out var seed) ? seed : Environment.TickCount & int.MaxValue;

    readonly string? wanted = Environment.GetEnvironmentVariable("FAULTS");

    /// <param name="faults">What goes wrong, one after the other.</param>
    /// <param name="sample">
    /// At how many steps each, unless <c>FAULTS</c> names another number or <c>all</c>; which ones follows from the seed,
    /// <c>FAULTS_SEED</c>.
    /// </param>
    /// <param name="times">At how many calls in a row.</param>
    /// <param name="instances">How many instances there are.</param>
    /// <param name="withEvents">Whether the mail service tells what became of mails.</param>
    /// <param name="mayDouble">How many mails may come twice.</param>
    public async Task AtStepsAsync(
        Fault[] faults, int sample = 1, int times = 1, int instances = 1, bool withEvents = true, int mayDouble = 0)
    {
        var count = await RunAsync(Fault.None, int.MaxValue - times, times, instances, withEvents, 0);
        var random = new Random(s_seed);
        foreach (var fault in faults)
        {
            int[] steps = [.. Enumerable.Range(1, count)];
            if (wanted != "all")
            {
                random.Shuffle(steps);
                steps = steps[..Math.Min(int.TryParse(wanted, out var number) ? number : sample, count)];
            }

            output.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{fault}: {count} steps; {steps.Length} tried, seed {s_seed}"));
            foreach (var step in steps) await RunAsync(fault, step, times, instances, withEvents, mayDouble);
        }
    }

    /// <returns>How many steps there were until it was done or an instance had died.</returns>
    async Task<int> RunAsync(Fault fault, int step, int times, int instances, bool withEvents, int mayDouble)
    {
        var tried = scenario();
        await using var world = await World.OpenAsync(tried.Begin, withEvents);
        try
        {
            await world.StartAsync(instances);
            await tried.PrepareAsync(world);
            var before = world.Mail.Accepted.Count;
            world.Strike(fault, step, times);
            await tried.ActAsync(world);
            var count = world.Steps.Count;
            world.Steps.End();
            await world.StartAsync(instances);
            await tried.FinishAsync(world);
            tried.Check(world, world.Mail.Accepted.Skip(before).CountBy(mail => mail.To).ToDictionary(), mayDouble);
            return count;
        }
        catch (Exception problem)
        {
            throw new InvalidOperationException($"{fault} at step {step} ({world.Steps.Struck}), seed {s_seed}: {problem.Message}", problem);
        }
    }
}
