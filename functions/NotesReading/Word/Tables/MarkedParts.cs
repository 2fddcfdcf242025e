using System.Globalization;
using DocumentFormat.OpenXml;
using ThaffFunctions.NotesReading.Word.Package;
using ThaffFunctions.NotesReading.Word.Styles;

namespace ThaffFunctions.NotesReading.Word.Tables;

/// <summary>
/// What a table shows as its header by the options "Kopfzeile" and "Erste Spalte" (ISO/IEC 29500-1, 17.4.55). Word sets both for every new
/// table, so they count only where the table's style gives these cells a look of their own.
/// </summary>
sealed record MarkedParts(bool FirstRow, bool FirstColumn)
{
    /// <summary>The bits of the older form of the options (17.4.55, attribute val).</summary>
    const int FirstRowBit = 0x20, FirstColumnBit = 0x80;

    public static MarkedParts Of(OpenXmlElement? properties, WordStyles styles)
    {
        var look = properties.Child("tblLook");
        var bits = int.TryParse(look.Value(), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var read) ? read : 0;
        var style = properties.Child("tblStyle").Value();
        return new(IsOn("firstRow", FirstRowBit), IsOn("firstColumn", FirstColumnBit));

        bool IsOn(string option, int bit) =>
            (look.Value(option) is { } written ? written is "1" or "true" or "on" : (bits & bit) != 0)
            && styles.FormatsPart(style, option == "firstRow" ? "firstRow" : "firstCol");
    }
}
