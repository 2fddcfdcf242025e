using System.Text;

namespace ThaffFunctions.Shared.Text;

/// <summary>
/// Normalises text to a Unicode normal form. <see cref="string.Normalize(NormalizationForm)"/> throws for unpaired surrogates and U+FFFE,
/// so these are replaced first.
/// </summary>
static class Composed
{
    public static string Of(string text, NormalizationForm form = NormalizationForm.FormC) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\uFFFE', '\uFFFD').Normalize(form);
}
