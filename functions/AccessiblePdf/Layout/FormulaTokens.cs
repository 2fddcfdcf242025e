using System.Globalization;
using AccessiblePdf.Model;

namespace AccessiblePdf.Layout;

/// <summary>Cuts the signs of a formula into single letters, which are slanted, and everything else; operators get spaces around.</summary>
static class FormulaTokens
{
    const string Operators = "=+<>±×÷·≤≥≠≈≡∼→⇒⇔∈∉⊂∪∩";

    /// <summary>Signs that stand between two parts only; at the beginning they belong to what follows.</summary>
    const string Signs = "-−–+±";

    public static IEnumerable<(string Text, bool IsSlanted)> Of(FormulaText part)
    {
        var text = CleanText.OnOneLine(part.Text);
        for (var at = 0; at < text.Length;)
        {
            var end = EndOf(text, at);
            var token = text[at..end];
            if (char.IsLetter(text[at])) yield return (token, !part.IsWord && token.Count(char.IsLetter) == 1);
            else if (char.IsWhiteSpace(text[at])) yield return (" ", false);
            else yield return (Spaced(token, isFirst: string.IsNullOrWhiteSpace(text[..at])), false);
            at = end;
        }
    }

    static int EndOf(string text, int at)
    {
        var end = at + 1;
        if (char.IsHighSurrogate(text[at]) && end < text.Length) return end + 1;
        if (char.IsLetter(text[at])) while (end < text.Length && (char.IsLetter(text[end]) || IsMark(text[end]))) end++;
        else if (char.IsDigit(text[at])) while (end < text.Length && (char.IsDigit(text[end]) || text[end] is ',' or '.')) end++;
        else if (char.IsWhiteSpace(text[at])) while (end < text.Length && char.IsWhiteSpace(text[end])) end++;
        return end;
    }

    static bool IsMark(char sign) => CharUnicodeInfo.GetUnicodeCategory(sign) == UnicodeCategory.NonSpacingMark;

    static string Spaced(string token, bool isFirst)
    {
        if (!Operators.Contains(token, StringComparison.Ordinal) && !Signs.Contains(token, StringComparison.Ordinal)) return token;
        var sign = token is "-" or "−" ? "–" : token; // a dash is as long as a minus is drawn
        return isFirst && Signs.Contains(token, StringComparison.Ordinal) ? sign : $" {sign} ";
    }
}
