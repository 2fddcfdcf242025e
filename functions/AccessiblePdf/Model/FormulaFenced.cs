namespace AccessiblePdf.Model;

/// <summary>A part of a formula between brackets as high as itself.</summary>
/// <param name="Open">The opening bracket; may be empty.</param>
/// <param name="Content">What stands between them.</param>
/// <param name="Close">The closing bracket; may be empty.</param>
public sealed record FormulaFenced(string Open, FormulaPart Content, string Close) : FormulaPart;
