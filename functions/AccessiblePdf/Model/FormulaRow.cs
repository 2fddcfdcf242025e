namespace AccessiblePdf.Model;

/// <summary>Parts of a formula beside each other.</summary>
/// <param name="Parts">The parts.</param>
public sealed record FormulaRow(params IReadOnlyList<FormulaPart> Parts) : FormulaPart;
