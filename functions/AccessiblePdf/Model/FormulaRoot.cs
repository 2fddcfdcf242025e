namespace AccessiblePdf.Model;

/// <summary>A root.</summary>
/// <param name="Content">What stands below the line.</param>
public sealed record FormulaRoot(FormulaPart Content) : FormulaPart
{
    /// <summary>The degree; null for a square root.</summary>
    public FormulaPart? Degree { get; init; }
}
