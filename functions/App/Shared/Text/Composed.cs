using System.Text;

namespace ThaffFunctions.Shared.Text;

/// <summary>
/// Text in a normal form of Unicode, whatever people typed. .NET refuses to make one of halves of characters and of U+FFFE, which is none.
/// </summary>
static class Composed
{
    public static string Of(string text, NormalizationForm form = NormalizationForm.FormC) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\uFFFE', '\uFFFD').Normalize(form);
}
