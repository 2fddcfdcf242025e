using AccessiblePdf.Model;

namespace ThaffFunctions.NotesReading.Word.Formulas;

/// <summary>A formula in one line: fractions with /, powers with ^, roots with √.</summary>
static class LinearFormula
{
    public static string Of(FormulaPart part) => part switch
    {
        FormulaText text => text.Text,
        FormulaRow row => string.Concat(row.Parts.Select((each, at) => Spaced(row, at) + Of(each))),
        FormulaFraction { HasLine: false } pair => $"{Grouped(pair.Above)} über {Grouped(pair.Below)}",
        FormulaFraction fraction => $"{Grouped(fraction.Above)}/{Grouped(fraction.Below)}",
        FormulaRoot root => $"{(root.Degree is { } degree ? Of(degree) : "")}√{Grouped(root.Content)}",
        FormulaScripts scripts => Of(scripts.Content) + After('_', scripts.Below) + After('^', scripts.Above),
        FormulaFenced { Content: FormulaMatrix inner } fenced => $"{fenced.Open}{RowsOf(inner)}{fenced.Close}",
        FormulaMatrix matrix => $"[{RowsOf(matrix)}]",
        FormulaFenced fenced => $"{fenced.Open}{Of(fenced.Content)}{fenced.Close}",
        _ => throw new NotSupportedException($"Part {part.GetType().Name} of a formula"),
    };

    static string RowsOf(FormulaMatrix matrix) => string.Join("; ", matrix.Rows.Select(row => string.Join(", ", row.Select(Of))));

    /// <summary>What stands after limits is no part of them.</summary>
    static string Spaced(FormulaRow row, int at) => at > 0 && row.Parts[at - 1] is FormulaScripts { Content: FormulaText text }
        && (((FormulaScripts)row.Parts[at - 1]).AreLimits || text.Text is ['∫' or '∬' or '∭' or '∮'])
        && !(row.Parts[at] is FormulaText { Text: [' ' or '\u2006', ..] }) ? " " : "";

    static string After(char sign, FormulaPart? part) => part is null ? "" : sign + Grouped(part);

    static string Grouped(FormulaPart part) =>
        Of(part) is { Length: > 1 } text && !text.All(char.IsDigit)
            && part is not (FormulaFenced or FormulaMatrix or FormulaText { IsWord: true }) ? $"({text})" : Of(part);
}
