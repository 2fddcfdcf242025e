using System.Text.RegularExpressions;

namespace ThaffFunctions.NotesReading.Markdown;

/// <summary>Tells of formulas in LaTeX, which other Markdown tools read: here they are text, and are read aloud sign by sign.</summary>
static partial class LatexFormulas
{
    public static void Tell(string text, Remarks remarks)
    {
        foreach (var (index, line) in text.ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (Formula().Match(line) is not { Success: true } formula) continue;

            remarks.HintFirst(nameof(LatexFormulas), index + 1, $"„{Cut.To(formula.Value, 60)}“ ist eine Formel in LaTeX; sie steht mit "
                + "ihren Zeichen als Text da. In Word (notes.docx) werden Formeln gezeichnet und in Worten vorgelesen; sonst hilft ein "
                + "Satz, der dasselbe sagt. Das gilt für alle Formeln.");
            return;
        }
    }

    /// <summary>Dollars around a command; without one they may be prices.</summary>
    [GeneratedRegex(@"\$[^$`]*\\[A-Za-z]+[^$`]*\$|\\begin\{[a-z]*(matrix|align|equation|cases)\*?\}", RegexOptions.NonBacktracking)]
    private static partial Regex Formula();
}
