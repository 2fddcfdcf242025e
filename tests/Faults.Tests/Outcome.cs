namespace ThaffFunctions.Faults.Tests;

/// <summary>How a scenario came out: what did not happen, and what happened more often than it should.</summary>
/// <param name="Lost">Mails, and seats, that nobody got.</param>
/// <param name="Doubled">Mails, and seats, beyond one for each person.</param>
readonly record struct Outcome(int Lost, int Doubled)
{
    /// <summary>Of people who should have got one each.</summary>
    public static Outcome OnceEach(IEnumerable<string> people, IReadOnlyDictionary<string, int> mails)
    {
        var counts = people.Select(email => mails.GetValueOrDefault(email)).ToList();
        return new(counts.Count(count => count == 0), counts.Sum(count => Math.Max(0, count - 1)));
    }

    public static Outcome operator +(Outcome one, Outcome other) => new(one.Lost + other.Lost, one.Doubled + other.Doubled);
}
