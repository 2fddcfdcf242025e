using AccessiblePdf.Writer;
using AccessiblePdf.Writer.Fonts;

namespace AccessiblePdf.Layout;

/// <summary>How text looks.</summary>
/// <param name="Size">The font's size in points.</param>
/// <param name="Leading">From one baseline to the next, in points.</param>
/// <param name="Colour">The colour of the letters.</param>
/// <param name="IsBold">Strong.</param>
/// <param name="IsItalic">Slanted.</param>
/// <param name="IsCode">In fixed width.</param>
sealed record TextFormat(double Size, double Leading, Colour Colour, bool IsBold = false, bool IsItalic = false, bool IsCode = false)
{
    public Face Face => (IsCode, IsBold, IsItalic) switch
    {
        (true, true, _) => Face.CodeBold,
        (true, false, _) => Face.Code,
        (false, true, true) => Face.BoldItalic,
        (false, true, false) => Face.Bold,
        (false, false, true) => Face.Italic,
        _ => Face.Regular,
    };

    /// <summary>From a line's top to where its letters stand: capitals are set in the middle of the line.</summary>
    public double Baseline => Leading / 2 + Size * 0.33;
}
