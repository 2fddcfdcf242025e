using System.Text;

namespace ThaffFunctions.NotesReading;

/// <summary>Text in a normal form of Unicode, by default the composed one (NFC), whatever form its author's program wrote.</summary>
public static class Composed
{
    /// <summary>.NET refuses to normalise lone surrogates and U+FFFE, so that both are replaced first.</summary>
    public static string Of(string text, NormalizationForm form = NormalizationForm.FormC) => Ascii.IsValid(text)
        ? text
        : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\uFFFE', '\uFFFD').Normalize(form);
}
