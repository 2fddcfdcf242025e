namespace ThaffFunctions.Faults.Tests;

/// <summary>Something the product does for people, which must come out right whatever goes wrong on the way.</summary>
interface IScenario
{
    /// <summary>The app's time when it begins.</summary>
    DateTimeOffset Begin { get; }

    /// <summary>What is there before; no step of it is counted.</summary>
    Task PrepareAsync(World world);

    /// <summary>What a person or a timer starts; comes back when it is done, or when an instance has died.</summary>
    Task ActAsync(World world);

    /// <summary>What comes later: messages, timers, a person's second try.</summary>
    Task FinishAsync(World world);

    /// <summary>What was lost and what was done twice.</summary>
    /// <param name="world">Where it happened.</param>
    /// <param name="mails">How many mails each address got since it began.</param>
    Task<Outcome> CountAsync(World world, IReadOnlyDictionary<string, int> mails);
}
