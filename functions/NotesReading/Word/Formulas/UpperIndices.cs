using System.Buffers;
using AccessiblePdf.Model;

namespace ThaffFunctions.NotesReading.Word.Formulas;

/// <summary>
/// Which superscripts of a formula are no powers. Letters are none where they are also subscripts in the same product or stand above one,
/// as in tensors, and then neither is any other superscript of what they stand at; nor are stars, primes and lone signs. A letter that a
/// sum counts is a power, as in power series.
/// </summary>
sealed class UpperIndices
{
    static readonly SearchValues<char> BetweenProducts = SearchValues.Create("=+-−–±<>≤≥≈≠≡→⇒;,");

    readonly HashSet<FormulaScripts> indices = new(ReferenceEqualityComparer.Instance);
    readonly HashSet<string> numbered = [];

    public UpperIndices(FormulaPart formula)
    {
        FormulaScripts?[] all = [.. ScriptsIn(formula)];
        var counted = all.OfType<FormulaScripts>().Where(SpokenFormula.IsOperator).Select(CountedBy).ToHashSet();
        List<FormulaScripts> product = [];
        foreach (var scripts in all.Append(null))
        {
            if (scripts is null)
            {
                AddIndicesOf(product, counted);
                product = [];
            }
            else if (!SpokenFormula.IsOperator(scripts)) product.Add(scripts);
        }

        // a free index stands on both sides of an equation
        var free = indices.SelectMany(scripts => LettersOf(scripts.Above)).ToHashSet();
        indices.UnionWith(all.OfType<FormulaScripts>().Where(scripts =>
            !SpokenFormula.IsOperator(scripts) && LettersOf(scripts.Above) is { Length: > 0 } above && above.All(free.Contains)));
    }

    void AddIndicesOf(List<FormulaScripts> product, HashSet<char?> counted)
    {
        var letters = product.Where(scripts => LettersOf(scripts.Below).Length > 0)
            .SelectMany(scripts => LettersOf(scripts.Below) + LettersOf(scripts.Above)).Where(letter => !counted.Contains(letter))
            .ToHashSet();
        foreach (var scripts in product)
            if (LettersOf(scripts.Above) is { Length: > 0 } above && (LettersOf(scripts.Below).Length > 0 || above.All(letters.Contains)))
            {
                indices.Add(scripts);
                numbered.Add(LinearFormula.Of(scripts.Content));
            }
    }

    /// <summary>The letter that goes from one number to another.</summary>
    static char? CountedBy(FormulaScripts sum) =>
        sum.Below is { } below && LinearFormula.Of(below) is [var letter, ..] from && from.Contains('=') ? letter : null;

    public bool Has(FormulaScripts scripts) => scripts.Content is FormulaText { Text: "" } || indices.Contains(scripts)
        || scripts.Above is FormulaText { Text: var text } && (numbered.Contains(LinearFormula.Of(scripts.Content))
            || text.Trim() is ['+' or '-' or '−' or '–' or 'T' or '⊤' or '°' or '∘']);

    /// <summary>Primes and stars say by themselves that they are none.</summary>
    public static bool IsMark(FormulaPart above) => above is FormulaText { Text: var text } && text.Trim() is { Length: > 0 } marks
        && marks.All(mark => mark is '′' or '″' or '\'' or '*' or '∗' or '†' or '°' or '∘');

    /// <summary>A star on the line is a multiplication, a small circle there a composition.</summary>
    public static string Spelled(FormulaPart mark) => LinearFormula.Of(mark).Replace('*', '∗').Replace('∘', '°');

    static string LettersOf(FormulaPart? part) =>
        part is FormulaText { Text: var text } && text.Trim() is var trimmed && trimmed.All(char.IsLetter) ? trimmed : "";

    /// <summary>In their order; null between two products.</summary>
    static IEnumerable<FormulaScripts?> ScriptsIn(FormulaPart? part) => part switch
    {
        FormulaText { Text: var text } when text.AsSpan().ContainsAny(BetweenProducts) => [null],
        FormulaRow row => row.Parts.SelectMany(ScriptsIn),
        FormulaFraction fraction => ScriptsIn(fraction.Above).Concat(ScriptsIn(fraction.Below)),
        FormulaRoot root => ScriptsIn(root.Content),
        FormulaFenced fenced => ScriptsIn(fenced.Content),
        FormulaMatrix matrix => matrix.Rows.SelectMany(row => row).SelectMany(cell => ScriptsIn(cell).Append(null)),
        FormulaScripts scripts => ScriptsIn(scripts.Content).Append(scripts),
        _ => [],
    };
}
