using System.Buffers;
using System.Text;
using ThaffFunctions.Operations.Failures;
using ThaffFunctions.Shared.Text;

namespace ThaffFunctions.Programme.Import;

/// <summary>Bytes to text: UTF-8 with or without a mark at the beginning, and Windows-1252 where Excel is known to save it.</summary>
static class FileText
{
    /// <summary>Umlauts that were UTF-8 once and were read as Windows-1252 on their way.</summary>
    static readonly SearchValues<string> Garbled = SearchValues.Create(["Ã¤", "Ã¶", "Ã¼", "ÃŸ", "Ã„", "Ã–", "Ãœ"],
        StringComparison.Ordinal);

    /// <returns>The text, or what is wrong.</returns>
    public static (string? Text, FileProblem? Problem) Read(ReadOnlySpan<byte> bytes, bool mayBeWindows1252)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return (null, new(null, null,
                "Die Datei ist als UTF-16 („Unicode-Text“) gespeichert. Bitte als UTF-8 speichern, in Excel: „CSV UTF-8 (durch "
                + "Trennzeichen getrennt)“."));

        var marked = bytes is [0xEF, 0xBB, 0xBF, ..];
        if (marked) bytes = bytes[3..];
        if (bytes.Contains((byte)0)) return (null, NotText(bytes, bytes.IndexOf((byte)0)));

        string text;
        try
        {
            text = Encodings.StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException invalid)
        {
            if (marked || !mayBeWindows1252)
                return (null, new(LineAt(bytes, invalid.Index), null,
                    "Die Datei ist nicht als UTF-8 gespeichert; ein Zeichen dieser Zeile ist nicht lesbar. Bitte beim Speichern die "
                    + "Kodierung „UTF-8“ wählen."));
            text = Encodings.Windows1252.GetString(bytes);
        }

        return Check(text);
    }

    static (string?, FileProblem?) Check(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsControl(text[at]) && text[at] is not ('\n' or '\r' or '\t'))
                return (null, NotText(Encoding.UTF8.GetBytes(text[..at]), at));
        }

        var garbled = text.AsSpan().IndexOfAny(Garbled);
        if (garbled < 0 && text.Contains('\uFFFD', StringComparison.Ordinal)) garbled = text.IndexOf('\uFFFD', StringComparison.Ordinal);
        return garbled < 0
            ? (text, null)
            : (null, new(LineAt(Encoding.UTF8.GetBytes(text[..garbled]), int.MaxValue), null,
            "Umlaute dieser Zeile sind verstümmelt (zum Beispiel „Ã¤“ statt „ä“): Die Datei wurde mit falscher Kodierung geöffnet und "
            + "wieder gespeichert."));
    }

    static FileProblem NotText(ReadOnlySpan<byte> bytes, int at) =>
        new(LineAt(bytes, at), null,
            "Die Datei ist keine Textdatei. Erwartet wird YAML oder CSV; eine Excel-Mappe bitte mit „Speichern unter“ als CSV speichern.");

    static int LineAt(ReadOnlySpan<byte> bytes, int index) => 1 + bytes[..Math.Clamp(index, 0, bytes.Length)].Count((byte)'\n');
}
