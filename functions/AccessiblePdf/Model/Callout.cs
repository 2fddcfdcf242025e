namespace AccessiblePdf.Model;

/// <summary>A coloured box around some blocks, such as a finding.</summary>
/// <param name="Title">What the box is, said in words: colour alone must not tell (WCAG 1.4.1). Empty where the content begins with a
/// heading that says it.</param>
/// <param name="Content">What stands in the box.</param>
public sealed record Callout(string Title, params IReadOnlyList<Block> Content) : Block
{
    /// <summary>The box's colour.</summary>
    public CalloutTone Tone { get; init; }
}
