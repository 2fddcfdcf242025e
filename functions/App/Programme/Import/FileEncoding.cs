using System.Text;
using ThaffFunctions.NotesReading;
using ThaffFunctions.NotesReading.Letters;
using ThaffFunctions.Operations.Failures;
using ThaffFunctions.Shared.Text;

namespace ThaffFunctions.Programme.Import;

/// <summary>
/// Bytes to composed text: UTF-8 with or without a mark at the beginning, and Windows-1252 where Excel is known to save it. Text in other
/// encodings is refused, since it would be published garbled.
/// </summary>
static class FileEncoding
{
    /// <param name="bytes">The file.</param>
    /// <param name="mayBeWindows1252">Whether Excel may have saved it so.</param>
    /// <param name="expected">What such a file may be, in German: "CSV".</param>
    /// <returns>The text, or what is wrong.</returns>
    public static (string? Text, FileProblem? Problem) Read(ReadOnlySpan<byte> bytes, bool mayBeWindows1252, string expected)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return (null, new(null, null,
                "Die Datei ist als UTF-16 („Unicode-Text“) gespeichert. Bitte als UTF-8 speichern, in Excel: „CSV UTF-8 (durch "
                + "Trennzeichen getrennt)“."));

        var marked = bytes is [0xEF, 0xBB, 0xBF, ..];
        if (marked) bytes = bytes[3..];
        if (bytes.Contains((byte)0)) return (null, NotText(bytes, bytes.IndexOf((byte)0), expected));

        try
        {
            return Check(Encodings.StrictUtf8.GetString(bytes), isGuess: false, expected);
        }
        catch (DecoderFallbackException invalid)
        {
            if (!marked && mayBeWindows1252) return Check(Encodings.Windows1252.GetString(bytes), isGuess: true, expected);

            return (null, new(LineAt(bytes, invalid.Index), null,
                "Die Datei ist nicht als UTF-8 gespeichert; ein Zeichen dieser Zeile ist nicht lesbar. Bitte beim Speichern die "
                + "Kodierung „UTF-8“ wählen."));
        }
    }

    static (string?, FileProblem?) Check(string decoded, bool isGuess, string expected)
    {
        var text = Composed.Of(decoded);
        if (GarbledText.FindLine(decoded, isGuess) is { } line)
            return (null, new(line, null, isGuess
                ? "Die Datei ist in der Kodierung von MS-DOS oder Macintosh gespeichert; die Umlaute dieser Zeile wären verstümmelt. Bitte "
                    + "in Excel als „CSV UTF-8 (durch Trennzeichen getrennt)“ speichern."
                : "Umlaute dieser Zeile sind verstümmelt (zum Beispiel „Ã¤“ oder „Š“ statt „ä“): Die Datei wurde mit falscher Kodierung "
                    + "geöffnet und wieder gespeichert."));

        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsControl(text[at]) && text[at] is not ('\n' or '\r' or '\t'))
                return (null, NotText(Encoding.UTF8.GetBytes(text[..at]), at, expected));
        }

        return (text, null);
    }

    static FileProblem NotText(ReadOnlySpan<byte> bytes, int at, string expected) =>
        new(LineAt(bytes, at), null,
            $"Die Datei ist keine Textdatei. Erwartet wird {expected}; eine Excel-Mappe bitte mit „Speichern unter“ als CSV speichern.");

    static int LineAt(ReadOnlySpan<byte> bytes, int index) => 1 + bytes[..Math.Clamp(index, 0, bytes.Length)].Count((byte)'\n');
}
