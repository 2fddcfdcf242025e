namespace AccessiblePdf.Writer.Fonts;

/// <summary>A character code of a font.</summary>
/// <param name="Code">The code.</param>
/// <param name="Glyph">The glyph's number in the font's file.</param>
/// <param name="Shift">How far right of its place it is drawn, in font units.</param>
/// <param name="Rise">How far above its place it is drawn, in font units.</param>
/// <param name="Number">Its number in the file's program.</param>
/// <param name="Width">How far the pen moves, in font units.</param>
/// <param name="Text">What it reads as.</param>
/// <param name="SameText">Another code that reads so.</param>
sealed record FontCharacter(
    ushort Code, int Glyph, int Shift, int Rise, ushort Number, int Width, string Text, FontCharacter? SameText);
