using System.Globalization;
using AccessiblePdf.Model;

namespace ThaffFunctions.NotesReading.Word.Formulas;

/// <summary>A formula in words. Where a word ends is said only where a listener could not know.</summary>
sealed class SpokenFormula
{
    readonly FormulaWords words;
    readonly UpperIndices indices;

    SpokenFormula(FormulaWords words, UpperIndices indices) => (this.words, this.indices) = (words, indices);

    public static string Of(FormulaPart part, FormulaWords words) =>
        string.Join(' ', new SpokenFormula(words, new(part)).Say(part).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Replace(" ,", ",", StringComparison.Ordinal).Replace(" ;", ";", StringComparison.Ordinal)
            .Replace(" .", ".", StringComparison.Ordinal);

    string Say(FormulaPart part) => part switch
    {
        FormulaText { IsWord: true } word => word.Text,
        FormulaText text => SayText(text.Text),
        FormulaRow row =>
            string.Join(' ', row.Parts.Select((each, at) => Say(each) + (AreLimitsBefore(row, at + 1) ? $" {words.Of}" : ""))),
        FormulaFraction { HasLine: false } pair => Filled(words.Binomial, pair.Above, pair.Below),
        FormulaFraction fraction => IsShort(fraction.Above) && IsShort(fraction.Below)
            ? $"{Say(fraction.Above)} {words.Over} {Say(fraction.Below)}" : Filled(words.Fraction, fraction.Above, fraction.Below),
        FormulaRoot root => (root.Degree is { } degree ? Filled(words.RootOf, degree, root.Content) : Filled(words.Root, root.Content))
            + (IsShort(root.Content) ? "" : words.EndOfRoot),
        FormulaScripts scripts when IsOperator(scripts) => SayOperator(scripts),
        FormulaScripts scripts => SayScripts(scripts),
        FormulaFenced { Content: FormulaFraction { HasLine: false } pair } => Say(pair),
        FormulaMatrix matrix => SayMatrix(matrix),
        FormulaFenced { Open: "|", Close: "|", Content: FormulaMatrix matrix } => $"{words.Determinant} {SayMatrix(matrix)}",
        FormulaFenced { Open: "(" or "[", Close: ")" or "]", Content: FormulaMatrix matrix } => SayMatrix(matrix),
        FormulaFenced { Open: "|", Close: "|" } fenced => Filled(words.Absolute, fenced.Content),
        FormulaFenced fenced => $"{SayText(fenced.Open)} {Say(fenced.Content)} {SayText(fenced.Close)}",
        _ => throw new NotSupportedException($"Part {part.GetType().Name} of a formula"),
    };

    string SayText(string text) => string.Concat(FormulaLetters.Parted(text).Select(sign =>
        words.Signs.TryGetValue(sign, out var word) ? $" {word} " : IsBlank(sign) ? " " : sign.ToString()));

    /// <summary>Spaces of every width, and operators that Word writes but nobody sees, such as U+2061 after a function.</summary>
    static bool IsBlank(char sign) => char.IsWhiteSpace(sign) || char.GetUnicodeCategory(sign) == UnicodeCategory.Format;

    string SayScripts(FormulaScripts scripts)
    {
        var said = Say(scripts.Content);
        if (scripts.Below is { } below) said += $" {words.Index} {Say(below)}{(IsShort(below) ? "" : ",")}";
        if (scripts.Above is not { } above) return said;
        if (UpperIndices.IsMark(above)) return $"{said} {SayText(UpperIndices.Spelled(above))}";
        return indices.Has(scripts) ? $"{said} {words.Raised} {Say(above)}{(IsShort(above) ? "" : ",")}"
            : $"{said} {words.Power} {Say(above)}{(IsShort(above) ? "" : words.EndOfPower)}";
    }

    /// <summary>Full stops and semicolons part its rows and cells, as commas are also part of numbers.</summary>
    string SayMatrix(FormulaMatrix matrix)
    {
        var rows = matrix.Rows.Select((row, at) => Formatted(words.MatrixRow, at + 1,
            string.Join("; ", row.Select(cell => Say(cell) is var said && string.IsNullOrWhiteSpace(said) ? words.Empty : said))));
        return Formatted(matrix.Rows.Count == 1 ? words.MatrixOfOneRow : words.Matrix, matrix.Rows.Count, string.Join(". ", rows));
    }

    string SayOperator(FormulaScripts scripts)
    {
        var said = Say(scripts.Content);
        if (scripts.Above is null && scripts.Below is { } with) return $"{said} {Filled(words.With, with)}";
        if (scripts.Below is { } below) said += $" {Filled(words.From, below)}";
        if (scripts.Above is { } above) said += $" {Filled(words.To, above)}";
        return said;
    }

    static bool AreLimitsBefore(FormulaRow row, int at) =>
        at < row.Parts.Count && row.Parts[at - 1] is FormulaScripts limits && IsOperator(limits)
        && row.Parts[at] is not FormulaText { Text: [';' or '=' or '+' or '-', ..] };

    /// <summary>Whether what stands above and below are limits.</summary>
    public static bool IsOperator(FormulaScripts scripts) =>
        scripts.AreLimits || scripts.Content is FormulaText { Text: ['∑' or '∏' or '∫' or '∬' or '∭' or '∮'] };

    /// <summary>One letter or number, with or without a sign: its end is plain.</summary>
    static bool IsShort(FormulaPart part) => part is FormulaText { Text: var text }
        && text.Trim().TrimStart('-', '−', '–', '+', '±') is var bare
        && (bare.Length <= 1 || bare.All(letter => char.IsDigit(letter) || letter == ','));

    string Filled(string pattern, params FormulaPart[] parts) => Formatted(pattern, [.. parts.Select(Say)]);

    static string Formatted(string pattern, params object[] values) => string.Format(CultureInfo.InvariantCulture, pattern, values);
}
