using System.Text;

namespace ThaffFunctions.NotesReading;

/// <summary>Text in the composed form of Unicode (NFC), whatever form its author's program wrote.</summary>
static class Composed
{
    /// <summary>.NET refuses to normalise lone surrogates and U+FFFE, so that both are replaced first.</summary>
    public static string Of(string text) => Ascii.IsValid(text)
        ? text
        : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\uFFFE', '\uFFFD').Normalize(NormalizationForm.FormC);
}
