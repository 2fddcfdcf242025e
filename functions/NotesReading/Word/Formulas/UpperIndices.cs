using AccessiblePdf.Model;

namespace ThaffFunctions.NotesReading.Word.Formulas;

/// <summary>
/// Which superscripts of a formula are no powers. Letters are none where they are also subscripts or stand above one, as in tensors, and
/// then neither is any other superscript of what they stand at; nor are stars, primes and lone signs.
/// </summary>
sealed class UpperIndices
{
    readonly HashSet<char> letters = [];
    readonly HashSet<string> numbered = [];

    public UpperIndices(FormulaPart formula)
    {
        FormulaScripts[] all = [.. ScriptsIn(formula).Where(scripts => !SpokenFormula.IsOperator(scripts))];
        foreach (var scripts in all.Where(scripts => LettersOf(scripts.Below).Length > 0))
            letters.UnionWith(LettersOf(scripts.Below) + LettersOf(scripts.Above));
        foreach (var scripts in all.Where(HasLetters)) numbered.Add(LinearFormula.Of(scripts.Content));
    }

    public bool Has(FormulaScripts scripts) => scripts.Content is FormulaText { Text: "" } || HasLetters(scripts)
        || scripts.Above is FormulaText { Text: var text } && (numbered.Contains(LinearFormula.Of(scripts.Content))
            || text.Trim() is ['+' or '-' or '−' or '–' or 'T' or '⊤' or '°' or '∘']);

    /// <summary>Primes and stars say by themselves that they are none.</summary>
    public static bool IsMark(FormulaPart above) => above is FormulaText { Text: var text } && text.Trim() is { Length: > 0 } marks
        && marks.All(mark => mark is '′' or '″' or '\'' or '*' or '∗' or '†' or '°' or '∘');

    /// <summary>A star on the line is a multiplication, a small circle there a composition.</summary>
    public static string Spelled(FormulaPart mark) => LinearFormula.Of(mark).Replace('*', '∗').Replace('∘', '°');

    bool HasLetters(FormulaScripts scripts) => LettersOf(scripts.Above) is { Length: > 0 } above
        && (LettersOf(scripts.Below).Length > 0 || above.All(letters.Contains));

    static string LettersOf(FormulaPart? part) =>
        part is FormulaText { Text: var text } && text.Trim() is var trimmed && trimmed.All(char.IsLetter) ? trimmed : "";

    static IEnumerable<FormulaScripts> ScriptsIn(FormulaPart? part) => part switch
    {
        FormulaRow row => row.Parts.SelectMany(ScriptsIn),
        FormulaFraction fraction => ScriptsIn(fraction.Above).Concat(ScriptsIn(fraction.Below)),
        FormulaRoot root => ScriptsIn(root.Content),
        FormulaFenced fenced => ScriptsIn(fenced.Content),
        FormulaScripts scripts => ScriptsIn(scripts.Content).Append(scripts),
        _ => [],
    };
}
