using System.Buffers;
using System.Text;

namespace ThaffFunctions.NotesReading.Letters;

/// <summary>
/// Text in one 8-bit encoding that was read as another: which characters the German letters became, and how to recognise it.
/// </summary>
sealed class Misreading
{
    public const string German = "äöüÄÖÜß";

    readonly Dictionary<char, char> letters = [];
    readonly SearchValues<char> signs;

    /// <summary>German letters that this misreading does not produce.</summary>
    readonly SearchValues<char> intact;

    public Misreading(Encoding written, Encoding assumed)
    {
        var read = assumed.GetString(written.GetBytes(German));
        for (var at = 0; at < German.Length; at++)
        {
            if (read[at] != German[at]) letters.Add(read[at], German[at]);
        }

        signs = SearchValues.Create([.. letters.Keys]);
        intact = SearchValues.Create([.. German.Except(letters.Keys)]);
    }

    /// <summary>False for encodings that agree in all German letters, such as MS-DOS 437 and 850.</summary>
    public bool Changes => letters.Count > 0;

    /// <summary>The first line with a word that was misread in this way; null if there is no evidence.</summary>
    /// <param name="text">The text as it was read.</param>
    /// <param name="needed">
    /// How many different words are necessary if none is a common German word. A misread file has no intact umlaut, so that one is enough
    /// to prove the opposite.
    /// </param>
    public int? FindLine(string text, int needed)
    {
        var span = text.AsSpan();
        if (span.IndexOfAny(signs) < 0 || span.IndexOfAny(intact) >= 0) return null;

        var (line, firstLine) = (1, 0);
        HashSet<string> found = new(StringComparer.Ordinal);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\n') line++;
            if (!IsInWord(text[at])) continue;

            var start = at;
            while (at + 1 < text.Length && IsInWord(text[at + 1])) at++;
            var word = span[start..(at + 1)];
            if (word.IndexOfAny(signs) < 0 || Restored(word) is not { } restored || !GermanWord.MayBe(restored)) continue;
            if (GermanWord.IsCommon(restored)) return line;
            if (!IsBroken(word) || !found.Add(restored)) continue;

            if (found.Count == 1) firstLine = line;
            if (found.Count >= needed) return firstLine;
        }

        return null;
    }

    bool IsInWord(char letter) => char.IsLetter(letter) || signs.Contains(letter);

    string Restored(ReadOnlySpan<char> word)
    {
        var restored = word.ToArray();
        for (var at = 0; at < restored.Length; at++)
        {
            if (letters.TryGetValue(restored[at], out var letter)) restored[at] = letter;
        }

        return new(restored);
    }

    /// <summary>Whether no language writes it so: a control character, or a symbol or a letter of the wrong case inside a word.</summary>
    bool IsBroken(ReadOnlySpan<char> word)
    {
        for (var at = 0; at < word.Length; at++)
        {
            var letter = word[at];
            if (!signs.Contains(letter)) continue;
            if (char.IsControl(letter)) return true;
            if (at == 0 || at == word.Length - 1) continue;
            if (!char.IsLetter(letter) || letter is 'ƒ' or 'º') return true; // the last two count as letters but stand in no word
            if (char.IsUpper(letter) && char.IsLower(word[at + 1])) return true;
            if (char.IsLower(letter) && char.IsUpper(word[at - 1]) && char.IsUpper(word[at + 1])) return true;
        }

        return false;
    }
}
