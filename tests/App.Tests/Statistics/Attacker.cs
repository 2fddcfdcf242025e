namespace ThaffFunctions.Tests.Statistics;

/// <summary>Somebody who knows every rule and compares all worlds that would be published alike.</summary>
static class Attacker
{
    /// <summary>The cells that have the same value of one to four in all these worlds: what the attacker concludes.</summary>
    public static IReadOnlyList<int> Concludes(IReadOnlyList<int[]> alike) =>
        [.. Enumerable.Range(0, alike[0].Length).Where(cell =>
            alike[0][cell] is > 0 and < 5 && alike.All(world => world[cell] == alike[0][cell]))];
}
