using System.Text.RegularExpressions;
using AccessiblePdf.Model;

namespace ThaffFunctions.NotesReading.Letters;

/// <summary>
/// Joins words whose letters somebody typed apart for emphasis ("W i c h t i g"): read aloud, they are single letters, and a voice takes
/// some of them for words of another language. Several spaces part such words.
/// </summary>
static partial class SpacedLetters
{
    /// <summary>Fewer may be an abbreviation or labels.</summary>
    const int FewestLetters = 4;

    /// <summary>Answers and marks ("x o x o") have fewer kinds of letters.</summary>
    const int FewestKinds = 3;

    const int LettersTold = 60;

    const string Vowels = "aeiouyäöü";

    public static IReadOnlyList<Block> Joined(IReadOnlyList<Block> blocks, Remarks remarks)
    {
        return new BlockMap(
            block => block,
            inline => inline is TextRun run && !run.Style.HasFlag(TextStyle.Code) ? run with { Text = Joined(run.Text, Tell) } : inline)
            .Of(blocks);

        void Tell(string written, string joined) => remarks.HintFirst(nameof(SpacedLetters), null,
            $"„{Cut.To(written, LettersTold)}“ ist gesperrt getippt und wird als „{Cut.To(joined, LettersTold)}“ gelesen; bitte prüfen. "
            + "Statt Leerzeichen zwischen den Buchstaben hilft fette Schrift. Das gilt für alle solchen Wörter.");
    }

    /// <param name="text">The text of one run.</param>
    /// <param name="joined">Called with each stretch as written and as joined.</param>
    public static string Joined(string text, Action<string, string>? joined = null) => Stretch().Replace(text, stretch =>
    {
        string[] words = [.. Gap().Split(stretch.Value).Select(word => string.Concat(word.Where(char.IsLetter)))];
        if (!Array.Exists(words, IsWord)) return stretch.Value;

        var whole = string.Join(' ', words);
        joined?.Invoke(stretch.Value, whole);
        return whole;
    });

    /// <summary>Labels stand in the order of the alphabet.</summary>
    static bool IsWord(string letters)
    {
        var small = letters.ToLowerInvariant();
        return letters.Length >= FewestLetters && small.Distinct().Count() >= FewestKinds
            && (letters.All(char.IsUpper) || letters.Skip(1).All(char.IsLower))
            && small.Any(Vowels.Contains) && !small.All(Vowels.Contains)
            && !small.Zip(small.Skip(1)).All(pair => pair.First < pair.Second);
    }

    /// <summary>Single letters between spaces.</summary>
    [GeneratedRegex(@"(?<![^\s„“""(])\p{L}([ \u00A0]+\p{L})+(?![\w'’-])")]
    private static partial Regex Stretch();

    [GeneratedRegex(@"[ \u00A0]{2,}")]
    private static partial Regex Gap();
}
