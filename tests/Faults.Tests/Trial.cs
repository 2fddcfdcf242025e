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
    /// <param name="events">What the mail service tells of its mails.</param>
    /// <param name="mayDouble">How many mails may come twice.</param>
    public async Task AtStepsAsync(
        Fault[] faults, int sample = 1, int times = 1, int instances = 1, Events events = Events.Usual, int mayDouble = 0)
    {
        var run = await RunAsync(Fault.None, int.MaxValue - times, times, instances, events);
        Assert.Equal(default, run.Outcome);
        var random = new Random(StepChoice.Seed);
        List<Exception> problems = [];
        foreach (var fault in faults)
        {
            var steps = StepChoice.Of(run.Steps, sample, random);
            var (sum, unfinished) = (default(Outcome), 0);
            await Parallel.ForEachAsync(steps, SideBySide(instances), async (step, _) =>
            {
                try
                {
                    var (_, outcome, where) = await RunAsync(fault, step, times, instances, events);
                    lock (problems)
                    {
                        sum += outcome;
                        if (outcome.Lost > 0 || outcome.Doubled > mayDouble)
                            problems.Add(new InvalidOperationException($"{where}: {outcome}"));
                    }
                }
                catch (Exception problem) // whatever it is: the other steps are tried all the same
                {
                    lock (problems)
                    {
                        unfinished++;
                        problems.Add(problem);
                    }
                }
            });

            output.WriteLine(FaultTable.Add(Name(times, instances, events), fault, run.Steps, steps.Length, sum, unfinished));
        }

        if (problems.Count > 0) throw new AggregateException(problems);
    }

    /// <summary>A core for each instance; one world at a time where only a few are tried, beside other tests.</summary>
    static ParallelOptions SideBySide(int instances) =>
        new() { MaxDegreeOfParallelism = StepChoice.IsAsked ? Math.Max(1, Environment.ProcessorCount / instances) : 1 };

    string Name(int times, int instances, Events events)
    {
        string?[] words =
        [
            name,
            times > 1 ? string.Create(CultureInfo.InvariantCulture, $"{times} calls in a row") : null,
            instances > 1 ? string.Create(CultureInfo.InvariantCulture, $"{instances} instances") : null,
            events switch { Events.Strange => "strange events", Events.None => "no events", _ => null },
            StepChoice.OnlyMails ? "calls to the mail service" : null,
        ];
        return string.Join(", ", words.OfType<string>());
    }

    async Task<Run> RunAsync(Fault fault, int step, int times, int instances, Events events)
    {
        var tried = scenario();
        await using var world = await World.OpenAsync(tried.Begin, events);
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
