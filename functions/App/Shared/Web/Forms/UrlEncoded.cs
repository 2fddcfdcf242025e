using System.Net;
using System.Text;
using ThaffFunctions.Shared.Text;

namespace ThaffFunctions.Shared.Web.Forms;

/// <summary>
/// Decodes fields as browsers post them (application/x-www-form-urlencoded, WHATWG URL 5.1). They are UTF-8, or Windows-1252 if another
/// site embeds the form in a page with that encoding. Fields that are not valid UTF-8 are decoded as Windows-1252.
/// </summary>
static class UrlEncoded
{
    public static IEnumerable<(string Name, string Value)> Read(byte[] bytes) =>
        from field in Encoding.Latin1.GetString(bytes).Split('&', StringSplitOptions.RemoveEmptyEntries)
        let parts = field.Split('=', 2)
        select (Decode(parts[0]), parts.Length == 2 ? Decode(parts[1]) : "");

    static string Decode(string text)
    {
        var encoded = Encoding.Latin1.GetBytes(text);
        var bytes = WebUtility.UrlDecodeToBytes(encoded, 0, encoded.Length)!;
        try
        {
            return Encodings.StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encodings.Windows1252.GetString(bytes);
        }
    }
}
