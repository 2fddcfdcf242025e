using System.Globalization;

namespace ThaffFunctions.Faults.Tests;

/// <summary>
/// At which steps something goes wrong: a few that follow from a seed, <c>FAULTS_SEED</c>, unless <c>FAULTS</c> names how many (<c>50</c>),
/// which (<c>101-200</c>), <c>all</c>, or <c>mail</c>: all calls to the mail service, and no others are counted.
/// </summary>
static class StepChoice
{
    static readonly string? s_wanted = Environment.GetEnvironmentVariable("FAULTS");

    public static int Seed { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("FAULTS_SEED"), out var seed) ? seed : Environment.TickCount & int.MaxValue;

    /// <summary>Whether somebody asked for more than the few of every run.</summary>
    public static bool IsAsked => s_wanted is not null;

    public static bool OnlyMails => s_wanted == "mail";

    /// <param name="count">How many steps there are.</param>
    /// <param name="sample">How many are tried unless somebody asked for others.</param>
    /// <param name="random">Chooses.</param>
    public static int[] Of(int count, int sample, Random random)
    {
        int[] steps = [.. Enumerable.Range(1, count)];
        if (s_wanted is "all" or "mail") return steps;
        if (s_wanted?.Split('-') is [var first, var last])
            return [.. steps.Where(step => step >= Number(first) && step <= Number(last))];

        random.Shuffle(steps);
        return steps[..Math.Min(s_wanted is null ? sample : Number(s_wanted), count)];
    }

    static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
