namespace AccessiblePdf.Model;

/// <summary>A part of a <see cref="Formula"/>. A string converts to a plain <see cref="FormulaText"/>.</summary>
public abstract record FormulaPart
{
    private protected FormulaPart() { }

    /// <summary>Signs on the line.</summary>
    /// <param name="text">The signs.</param>
    public static implicit operator FormulaPart(string text) => new FormulaText(text);
}
