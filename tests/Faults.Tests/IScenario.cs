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

    /// <summary>Throws if something was lost or done twice.</summary>
    /// <param name="world">Where it happened.</param>
    /// <param name="mails">How many mails each address got since it began.</param>
    /// <param name="mayDouble">How many mails may have come twice.</param>
    void Check(World world, IReadOnlyDictionary<string, int> mails, int mayDouble);
}
