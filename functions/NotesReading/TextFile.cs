using System.Text;
using ThaffFunctions.NotesReading.Letters;

namespace ThaffFunctions.NotesReading;

/// <summary>
/// Decodes a text file: UTF-8, with or without a byte order mark, or Windows-1252 where old editors are known to save it.
/// </summary>
static class TextFile
{
    public const int MaxBytes = 20 * 1024 * 1024;

    public const string WayToSmaller = "Erwartet wird reiner Text; Bilder liegen als eigene Dateien daneben.";

    /// <summary>
    /// A longer run without spaces is no word but an embedded picture or file (such as base64). It would fill pages and take minutes to lay
    /// out.
    /// </summary>
    const int MaxWord = 5_000;

    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <param name="bytes">The file.</param>
    /// <param name="extension">The extension of its name.</param>
    /// <param name="remarks">Take what is wrong.</param>
    /// <param name="mayBeWindows1252">Whether bytes that are no UTF-8 are read as Windows-1252.</param>
    /// <returns>The text; null if it cannot be used, and the remarks say why.</returns>
    public static string? Read(ReadOnlySpan<byte> bytes, string extension, Remarks remarks, bool mayBeWindows1252 = false)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        if (Problem(bytes, extension) is { } problem)
        {
            remarks.Refuse(null, problem);
            return null;
        }

        try
        {
            var isGuess = mayBeWindows1252 && !System.Text.Unicode.Utf8.IsValid(bytes);
            var decoded = isGuess ? Windows1252.GetString(bytes) : Strict.GetString(bytes);
            var text = Composed.Of(decoded);
            if (string.IsNullOrWhiteSpace(text)) remarks.Refuse(null, "Die Datei ist leer. Erwartet wird die Mitschrift.");
            else if (LineOfLongWord(text) is { } line)
                remarks.Refuse(line, $"Hier stehen mehr als {MaxWord} Zeichen ohne Leerzeichen, wahrscheinlich ein Bild oder eine Datei "
                    + "mitten im Text. Erwartet wird reiner Text; Bilder liegen als eigene Dateien daneben.");
            else if (GarbledText.FindLine(decoded, isGuess) is { } garbled)
                remarks.Refuse(garbled, "Umlaute dieser Zeile sind verstümmelt (zum Beispiel „Ã¤“ oder „Š“ statt „ä“): Die Datei wurde mit "
                    + "falscher Kodierung geöffnet und wieder gespeichert. Bitte die Umlaute berichtigen und als UTF-8 speichern.");
            else return text;
        }
        catch (DecoderFallbackException)
        {
            remarks.Refuse(LineOfFirstBadByte(bytes),
                "Der Text ist nicht als UTF-8 gespeichert. Bitte im Editor „Speichern unter“ mit der Kodierung UTF-8 wählen.");
        }

        return null;
    }

    static string? Problem(ReadOnlySpan<byte> bytes, string extension) => bytes switch
    {
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] =>
            "Der Text ist als UTF-16 gespeichert. Bitte im Editor „Speichern unter“ mit der Kodierung UTF-8 wählen.",
        [(byte)'P', (byte)'K', 3, 4, ..]
            or [0xD0, 0xCF, 0x11, 0xE0,
            ..] => $"Das ist eine Word- oder ZIP-Datei, die nur {extension} heißt. Eine Word-Mitschrift wird als „notes.docx“ erwartet.",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => $"Das ist eine PDF-Datei, die nur {extension} heißt. Erwartet wird Text.",
        _ when bytes.Contains((byte)0) => "Das ist keine Textdatei. Erwartet wird Text in UTF-8.",
        _ => null,
    };

    static int? LineOfLongWord(ReadOnlySpan<char> text)
    {
        var (line, letters) = (1, 0);
        foreach (var letter in text)
        {
            // a no-break space does not end a word: the PDF does not break there either
            letters = letter is ' ' or '\t' or '\r' or '\n' ? 0 : letters + 1;
            if (letters > MaxWord) return line;
            if (letter == '\n') line++;
        }

        return null;
    }

    static int LineOfFirstBadByte(ReadOnlySpan<byte> bytes)
    {
        var line = 1;
        while (!bytes.IsEmpty && Rune.DecodeFromUtf8(bytes, out var rune, out var length) == System.Buffers.OperationStatus.Done)
        {
            if (rune.Value == '\n') line++;
            bytes = bytes[length..];
        }

        return line;
    }
}
