namespace ThaffFunctions.Faults.Tests;

/// <summary>The same, while queues hold what no handler can make sense of.</summary>
sealed class AmidNonsense(IScenario scenario) : IScenario
{
    public DateTimeOffset Begin => scenario.Begin;

    public async Task PrepareAsync(World world)
    {
        await scenario.PrepareAsync(world);
        await world.PostNonsenseAsync();
    }

    public Task ActAsync(World world) => scenario.ActAsync(world);

    public Task FinishAsync(World world) => scenario.FinishAsync(world);

    public Task<Outcome> CountAsync(World world, IReadOnlyDictionary<string, int> mails) => scenario.CountAsync(world, mails);
}
