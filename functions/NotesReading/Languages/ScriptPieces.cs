using System.Globalization;
using System.Text;

namespace ThaffFunctions.NotesReading.Languages;

/// <summary>
/// Cuts text where its script changes. Only whole words count, so that signs of mathematics and units ("ΔT", "kΩ", "α") stay with the
/// text around them; Greek and Cyrillic letters in a Latin word are signs, or look like its letters.
/// </summary>
static class ScriptPieces
{
    /// <summary>Greek letters are the names of angles, groups and constants, alone and as products of two.</summary>
    const int LeastGreek = 3;

    const int LeastLetters = 2;

    /// <returns>The pieces in their order, which together are the text; the script is null for Latin letters and signs.</returns>
    public static IReadOnlyList<(Script? Script, string Text)> Of(string text)
    {
        if (!Scripts.AreIn(text)) return [(null, text)];

        List<(Script? Script, int Start, int End)> pieces = [];
        foreach (var word in WordsOf(text))
        {
            if (pieces is [.., var last] && last.Script == word.Script) pieces[^1] = last with { End = word.End };
            else pieces.Add(word);
        }

        pieces = Joined(pieces, text);
        return [.. pieces.Select((piece, at) => (piece.Script, text[StartOf(pieces, at)..EndOf(pieces, at, text.Length)]))];
    }

    /// <summary>Pieces that hold no word that tells a script join what is beside them.</summary>
    static List<(Script? Script, int Start, int End)> Joined(IEnumerable<(Script? Script, int Start, int End)> pieces, string text)
    {
        List<(Script? Script, int Start, int End)> joined = [];
        foreach (var piece in pieces)
        {
            var script = piece.Script is { } own && HasWord(text[piece.Start..piece.End], LeastOf(own)) ? own : null;
            if (joined is [.., var last] && last.Script == script) joined[^1] = last with { End = piece.End };
            else joined.Add(piece with { Script = script });
        }

        return joined.Count > 0 ? joined : [(null, 0, text.Length)];
    }

    /// <summary>The same sign several times is none.</summary>
    static bool HasWord(string text, int least) => WordsOf(text).Any(word => text[word.Start..word.End].Distinct().Count() >= least);

    /// <summary>Ideographs and syllables are words by themselves.</summary>
    static int LeastOf(Script script) => script == Scripts.Greek ? LeastGreek
        : IsEastAsian(script) ? 1 : LeastLetters;

    /// <summary>Signs and spaces between two pieces belong to the Latin one; those at both ends to what they stand at.</summary>
    static int StartOf(List<(Script? Script, int Start, int End)> pieces, int at) =>
        at == 0 ? 0 : pieces[at].Script is null ? pieces[at - 1].End : EndOf(pieces, at - 1, 0);

    static int EndOf(List<(Script? Script, int Start, int End)> pieces, int at, int length) =>
        at == pieces.Count - 1 ? length : pieces[at].Script is null ? pieces[at + 1].Start : pieces[at].End;

    static IEnumerable<(Script? Script, int Start, int End)> WordsOf(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            HashSet<Script?> scripts = [];
            while (end < text.Length && Rune.TryGetRuneAt(text, end, out var letter)
                && (Rune.IsLetter(letter) || end > at && IsWithin(letter)))
            {
                if (Rune.IsLetter(letter) && !IsModifier(letter))
                {
                    var script = Scripts.Of(letter.Value);
                    if (scripts.Count > 0 && !scripts.Contains(script) && !MayMix(script, scripts)) break;
                    scripts.Add(script);
                }

                end += letter.Utf16SequenceLength;
            }

            if (end > at) yield return (ScriptOf(scripts), at, end);
            at = Math.Max(end, at + 1);
        }
    }

    static bool MayMix(Script? script, IEnumerable<Script?> others) =>
        IsAlike(script) && others.All(IsAlike) || IsEastAsian(script) && others.All(IsEastAsian);

    static bool IsAlike(Script? script) => script is null || script == Scripts.Greek || script == Scripts.Cyrillic;

    static bool IsEastAsian(Script? script) => script == Scripts.Han || script == Scripts.Kana || script == Scripts.Hangul;

    /// <summary>Ideographs stand among syllables in one word; other mixtures are no words of either script.</summary>
    static Script? ScriptOf(HashSet<Script?> scripts) => scripts.Count == 1 ? scripts.First()
        : scripts.Count == 2 && scripts.Contains(Scripts.Han) ? scripts.First(script => script != Scripts.Han) : null;

    /// <summary>Vowels and accents that stand at letters, joiners, and apostrophes.</summary>
    static bool IsWithin(Rune sign) => sign.Value is '\'' or '’' or '\u200C' or '\u200D'
        || Rune.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Such as the apostrophe U+02BC, which several scripts share.</summary>
    static bool IsModifier(Rune sign) => Rune.GetUnicodeCategory(sign) == UnicodeCategory.ModifierLetter;
}
