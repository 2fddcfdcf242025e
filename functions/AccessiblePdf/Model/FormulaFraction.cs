namespace AccessiblePdf.Model;

/// <summary>One part of a formula above another: a fraction, or without a line the inside of a binomial coefficient.</summary>
/// <param name="Above">The numerator.</param>
/// <param name="Below">The denominator.</param>
public sealed record FormulaFraction(FormulaPart Above, FormulaPart Below) : FormulaPart
{
    /// <summary>Whether a line parts them.</summary>
    public bool HasLine { get; init; } = true;
}
