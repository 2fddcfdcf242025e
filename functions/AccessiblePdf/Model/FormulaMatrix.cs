namespace AccessiblePdf.Model;

/// <summary>
/// Parts of a formula in rows and columns: a matrix, or the cases of a definition. Its brackets are those of a
/// <see cref="FormulaFenced"/> around it.
/// </summary>
/// <param name="Rows">The cells of each row, from left to right; a row with fewer cells than another one ends in empty ones.</param>
public sealed record FormulaMatrix(params IReadOnlyList<IReadOnlyList<FormulaPart>> Rows) : FormulaPart
{
    /// <summary>How the columns are aligned, from left to right; further ones are centred.</summary>
    public IReadOnlyList<Alignment> Columns { get; init; } = [];
}
