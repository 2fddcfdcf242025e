using System.Buffers;
using System.Text;

namespace ThaffFunctions.NotesReading.Letters;

/// <summary>
/// Finds text that was written in one encoding and read as another, as "GrÃ¶ÃŸe", "Gr”áe" and "GršŸe" are "Größe". Nobody else notices: it
/// is valid in every encoding.
/// </summary>
public static class GarbledText
{
    /// <summary>In valid UTF-8 a single odd word may be a typing mistake.</summary>
    const int WordsNeeded = 2;

    static readonly Encoding Windows = CodePage(1252), Dos = CodePage(850), OldDos = CodePage(437), Mac = CodePage(10000);

    static readonly Misreading[] Misreadings =
    [
        .. from written in new[] { Windows, Dos, Mac }
           from assumed in new[] { Windows, Encoding.Latin1, Dos, OldDos, Mac }
           let misreading = new Misreading(written, assumed)
           where misreading.Changes
           select misreading,
    ];

    /// <summary>What German letters (composed or not) and punctuation in UTF-8 become in 8-bit encodings, read so once or twice.</summary>
    static readonly SearchValues<string> Utf8InOthers = SearchValues.Create(
    [
        .. from letter in Misreading.German + "„“”–’…•€\u0308"
           from assumed in new[] { Windows, Encoding.Latin1, Dos, OldDos, Mac }
           let once = assumed.GetString(Encoding.UTF8.GetBytes([letter]))
           from read in new[] { once, assumed.GetString(Encoding.UTF8.GetBytes(once)) }
           select read,
    ], StringComparison.Ordinal);

    /// <summary>The first line with garbled text, counted from 1; null if none is found.</summary>
    /// <param name="decoded">The text as it was read: composing it (NFC) replaces U+FFFE, which is no sign of a wrong encoding.</param>
    /// <param name="isGuess">
    /// Whether the encoding was only assumed, because the bytes are no UTF-8. One word that is possible only in another encoding is then
    /// enough.
    /// </param>
    public static int? FindLine(string decoded, bool isGuess)
    {
        if (Ascii.IsValid(decoded)) return null;

        var text = Composed.Of(decoded);
        return Misreadings.Select(misreading => misreading.FindLine(text, isGuess ? 1 : WordsNeeded))
            .Append(LineAt(text, text.AsSpan().IndexOfAny(Utf8InOthers)))
            .Append(LineAt(decoded, decoded.IndexOf('\uFFFD', StringComparison.Ordinal)))
            .Min();
    }

    static int? LineAt(string text, int index) => index < 0 ? null : 1 + text.AsSpan(0, index).Count('\n');

    static Encoding CodePage(int number) => CodePagesEncodingProvider.Instance.GetEncoding(number)!;
}
