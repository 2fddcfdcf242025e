using System.Text;

namespace ThaffFunctions.NotesReading.Word.Formulas;

/// <summary>The signs of a formula in the letters that fonts and voices know.</summary>
static class FormulaSigns
{
    /// <summary>Letters that Unicode has once more for mathematics, in every style (block U+1D400).</summary>
    const int FirstStyled = 0x1D400, LastStyled = 0x1D7FF;

    /// <summary>
    /// The fonts have one ellipsis only. Brackets that Word shows while a formula is in one line, and not else, become round.
    /// </summary>
    public static string Of(string text) => string.Concat(text.EnumerateRunes().Select(sign => sign.Value switch
    {
        >= FirstStyled and <= LastStyled => sign.ToString().Normalize(NormalizationForm.FormKC),
        0x210E => "h",
        '⋯' => "…",
        '〖' => "(",
        '〗' => ")",
        _ => sign.ToString(),
    }));
}
