using System.Globalization;
using Xunit.Abstractions;

namespace ThaffFunctions.Faults.Tests;

/// <summary>Runs a scenario once without a fault, which counts its steps, and then with a fault at chosen ones.</summary>
/// <param name="name">What people do, for the table.</param>
/// <param name="scenario">Makes it anew for each run.</param>
/// <param name="output">Where the rows of the table go.</param>
sealed class Trial(string name, Func<IScenario> scenario, ITestOutputHelper output)
{
    /// <param name="faults">What goes wrong, one after the other.</param>
    /// <param name="sample">At how many steps each, unless <c>FAULTS</c> says otherwise.</param>
    /// <param name="times">At how many calls in a row.</param>
    /// <param name="instances">How many instances there are.</param>
    /// <param name="withEvents">Whether the mail service tells what became of mails.</param>
    /// <param name="mayDouble">How many mails may come twice.</param>
    public async Task AtStepsAsync(
        Fault[] faults, int sample = 1, int times = 1, int instances = 1, bool withEvents = true, int mayDouble = 0)
    {
        var run = await RunAsync(Fault.None, int.MaxValue - times, times, instances, withEvents);
        Assert.Equal(default, run.Outcome);
        var random = new Random(StepChoice.Seed);
        List<Exception> problems = [];
        foreach (var fault in faults)
        {
            var steps = StepChoice.Of(run.Steps, sample, random);
            var (sum, unfinished) = (default(Outcome), 0);
            foreach (var step in steps)
            {
                try
                {
                    var (_, outcome, where) = await RunAsync(fault, step, times, instances, withEvents);
                    sum += outcome;
                    if (outcome.Lost > 0 || outcome.Doubled > mayDouble) problems.Add(new InvalidOperationException($"{where}: {outcome}"));
                }
                catch (Exception problem) // whatever it is: the other steps are tried all the same
                {
                    unfinished++;
                    problems.Add(problem);
                }
            }

            output.WriteLine(FaultTable.Add(Name(times, instances, withEvents), fault, run.Steps, steps.Length, sum, unfinished));
        }

        if (problems.Count > 0) throw new AggregateException(problems);
    }

    string Name(int times, int instances, bool withEvents) => string.Create(CultureInfo.InvariantCulture,
        $"{name}{(times > 1 ? $", {times} calls in a row" : "")}{(instances > 1 ? $", {instances} instances" : "")}{(withEvents ? "" : ", no events")}");

    async Task<Run> RunAsync(Fault fault, int step, int times, int instances, bool withEvents)
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
            var mails = world.Mail.Accepted.Skip(before).CountBy(mail => mail.To).ToDictionary();
            return new(count, await tried.CountAsync(world, mails), Where());
        }
        catch (Exception problem)
        {
            throw new InvalidOperationException($"{Where()}: {problem.Message}", problem);
        }

        string Where() => $"{fault} at step {step} ({world.Steps.Struck}), seed {StepChoice.Seed}";
    }

    /// <param name="Steps">How many there were until it was done or an instance had died.</param>
    /// <param name="Outcome">How it came out.</param>
    /// <param name="Where">What went wrong where.</param>
    sealed record Run(int Steps, Outcome Outcome, string Where);
}
