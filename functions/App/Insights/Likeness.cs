using ThaffFunctions.Shared.Text;

namespace ThaffFunctions.Insights;

/// <summary>
/// How alike two texts are, letter by letter: the share of their runs of three letters that both have (Dice's coefficient). Case, accents
/// and punctuation do not count.
/// </summary>
sealed class Likeness
{
    readonly Dictionary<string, int> runs = [];
    readonly int count;

    public Likeness(string text)
    {
        Plain = string.Join(' ', Folded.Words(text));
        var padded = $"  {Plain} "; // so that beginnings weigh more, and a single letter has runs too
        count = padded.Length - 2;
        for (var at = 0; at < count; at++)
        {
            var run = padded.Substring(at, 3);
            runs[run] = runs.GetValueOrDefault(run) + 1;
        }
    }

    /// <summary>The text as compared.</summary>
    public string Plain { get; }

    /// <summary>1 for texts that are the same, 0 for such that share nothing.</summary>
    public double To(Likeness other) =>
        2.0 * runs.Sum(run => Math.Min(run.Value, other.runs.GetValueOrDefault(run.Key))) / (count + other.count);
}
