namespace AccessiblePdf.Model;

/// <summary>A part of a formula with small ones at its right, or at its limits.</summary>
/// <param name="Content">The part on the line.</param>
public sealed record FormulaScripts(FormulaPart Content) : FormulaPart
{
    /// <summary>The index, or the lower limit.</summary>
    public FormulaPart? Below { get; init; }

    /// <summary>The exponent, or the upper limit.</summary>
    public FormulaPart? Above { get; init; }

    /// <summary>Whether they stand exactly below and above, as at a sum.</summary>
    public bool AreLimits { get; init; }
}
