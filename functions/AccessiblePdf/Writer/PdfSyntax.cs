using System.Globalization;
using System.Text;

namespace AccessiblePdf.Writer;

/// <summary>How values are written in a PDF file (ISO 32000-1, 7.3).</summary>
static class PdfSyntax
{
    public static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    public static string Reference(int id) => string.Create(CultureInfo.InvariantCulture, $"{id} 0 R");

    public static string References(IEnumerable<int> ids) => $"[{string.Join(' ', ids.Select(Reference))}]";

    /// <summary>A text string: literal where ASCII will do, else UTF-16 (7.9.2.2).</summary>
    public static string Text(string text) =>
        text.All(character => character is >= ' ' and <= '~') ? Literal(text) : $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    public static string Literal(string ascii) =>
        $"({ascii.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)})";

    /// <summary>A date with its offset from UTC (7.9.4).</summary>
    public static string Date(DateTimeOffset time)
    {
        var offset = time.Offset == TimeSpan.Zero
            ? "Z"
            : string.Create(CultureInfo.InvariantCulture, $"{(time.Offset < TimeSpan.Zero ? '-' : '+')}{time.Offset:hh\\'mm\\'}");
        return string.Create(CultureInfo.InvariantCulture, $"(D:{time:yyyyMMddHHmmss}{offset})");
    }
}
