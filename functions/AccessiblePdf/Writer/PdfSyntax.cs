using System.Globalization;
using System.Text;

namespace AccessiblePdf.Writer;

/// <summary>How values are written in a PDF file (ISO 32000-1, 7.3).</summary>
static class PdfSyntax
{
    /// <summary>The bytes a string may have (ISO 19005-2, 6.1.13).</summary>
    public const int LongestString = 32_767;

    /// <summary>The UTF-16 units of a text string of that many bytes, its mark of two bytes counted.</summary>
    public const int LongestText = (LongestString - 2) / 2;

    /// <summary>The bytes a number takes at most.</summary>
    public const int LongestNumber = 24;

    public static string Number(double value)
    {
        Span<byte> written = stackalloc byte[LongestNumber];
        return Encoding.ASCII.GetString(written[..Write(value, written)]);
    }

    /// <summary>Writes a number with up to three decimals and returns the number of bytes written.</summary>
    public static int Write(double value, Span<byte> target)
    {
        var thousandths = checked((long)Math.Round(value * 1000));
        var (whole, decimals) = Math.DivRem(Math.Abs(thousandths), 1000);
        var length = 0;
        if (thousandths < 0) target[length++] = (byte)'-';
        whole.TryFormat(target[length..], out var digits, default, CultureInfo.InvariantCulture);
        length += digits;
        if (decimals == 0) return length;
        target[length++] = (byte)'.';
        for (long place = 100; decimals > 0; decimals %= place, place /= 10) target[length++] = (byte)('0' + decimals / place);
        return length;
    }

    public static string Reference(int id) => string.Create(CultureInfo.InvariantCulture, $"{id} 0 R");

    public static string References(IReadOnlyList<int> ids)
    {
        var references = new StringBuilder("[");
        for (var i = 0; i < ids.Count; i++) references.Append(CultureInfo.InvariantCulture, $"{(i > 0 ? " " : "")}{ids[i]} 0 R");
        return references.Append(']').ToString();
    }

    /// <summary>
    /// A text string: literal where ASCII will do, else UTF-16 (7.9.2.2). What is longer than a file may hold is cut: the names of
    /// bookmarks and links, whose whole text stands on the pages.
    /// </summary>
    public static string Text(string text)
    {
        if (text.Length > LongestText) text = text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)];
        return text.All(character => character is >= ' ' and <= '~') ? Literal(text)
            : $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";
    }

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
