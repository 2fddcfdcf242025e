namespace AccessiblePdf.Model;

/// <summary>Letters, numbers and operators of a formula. Single letters are slanted, and operators have room around them.</summary>
/// <param name="Text">The signs.</param>
public sealed record FormulaText(string Text) : FormulaPart;
