using System.Text.RegularExpressions;
using AccessiblePdf.Model;

namespace ThaffFunctions.NotesReading;

/// <summary>
/// Raised numbers behind numbers and units become the characters that Unicode has for them: read aloud, "10" and a raised "6" are 106, but
/// "10⁶" and "m²" are powers.
/// </summary>
static partial class Exponents
{
    const string Plain = "0123456789+-−–", Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻";

    /// <param name="text">The inlines of one text.</param>
    public static IReadOnlyList<Inline> Spelled(IReadOnlyList<Inline> text)
    {
        if (!text.Any(inline => inline is TextRun run && run.Style.HasFlag(TextStyle.Superscript))) return text;

        return [.. text.Select((inline, at) => inline is TextRun run && at > 0 && IsExponent(run, text[at - 1])
            ? run with { Text = string.Concat(run.Text.Select(RaisedOf)), Style = run.Style & ~TextStyle.Superscript } : inline)];
    }

    static char RaisedOf(char sign) => Raised[Plain.IndexOf(sign, StringComparison.Ordinal)];

    static bool IsExponent(TextRun run, Inline before) => run.Style.HasFlag(TextStyle.Superscript) && Exponent().IsMatch(run.Text)
        && before is TextRun basis && !basis.Style.HasFlag(TextStyle.Superscript) && Basis().IsMatch(basis.Text);

    [GeneratedRegex(@"^[+\-−–]?\d{1,3}$", RegexOptions.NonBacktracking)]
    private static partial Regex Exponent();

    /// <summary>A number, or a word as short as units are; a number at a longer word is a footnote that somebody typed.</summary>
    [GeneratedRegex(@"(\d|(^|[^\p{L}])\p{L}{1,3})$", RegexOptions.NonBacktracking)]
    private static partial Regex Basis();
}
