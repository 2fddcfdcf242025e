using ThaffFunctions.Shared.Text;

namespace ThaffFunctions.Insights;

/// <summary>
/// The similarity of two texts: the share of trigrams (runs of three letters) that they have in common (Dice's coefficient). Case, accents
/// and punctuation do not count.
/// </summary>
sealed class TextSimilarity
{
    readonly Dictionary<string, int> runs = [];
    readonly int count;

    public TextSimilarity(string text)
    {
        Plain = string.Join(' ', FoldedText.Words(text));
        var padded = $"  {Plain} "; // so that beginnings of texts weigh more, and a single letter has trigrams too
        count = padded.Length - 2;
        for (var at = 0; at < count; at++)
        {
            var run = padded.Substring(at, 3);
            runs[run] = runs.GetValueOrDefault(run) + 1;
        }
    }

    /// <summary>The normalised text that is compared.</summary>
    public string Plain { get; }

    /// <summary>From 0 for texts without a common trigram to 1 for equal texts.</summary>
    public double To(TextSimilarity other) =>
        2.0 * runs.Sum(run => Math.Min(run.Value, other.runs.GetValueOrDefault(run.Key))) / (count + other.count);
}
