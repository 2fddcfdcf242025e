namespace AccessiblePdf.Model;

/// <summary>Parts of a formula in rows and columns.</summary>
/// <param name="Rows">The rows, each with its cells; shorter rows end with empty cells.</param>
public sealed record FormulaMatrix(params IReadOnlyList<IReadOnlyList<FormulaPart>> Rows) : FormulaPart;
