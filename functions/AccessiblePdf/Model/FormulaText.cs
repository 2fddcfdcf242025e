namespace AccessiblePdf.Model;

/// <summary>Letters, numbers and operators of a formula. Single letters are slanted, and operators have room around them.</summary>
/// <param name="Text">The signs.</param>
public sealed record FormulaText(string Text) : FormulaPart
{
    /// <summary>Whether the letters are one word, such as a unit or the name of a function; none of them is slanted.</summary>
    public bool IsWord { get; init; }
}
