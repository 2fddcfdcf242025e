using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using AccessiblePdf.Model;
using AccessiblePdf.Writer.Fonts;

namespace AccessiblePdf.Checks;

/// <summary>Finds the characters that will not be seen as what they are, each once.</summary>
sealed class CharacterCheck
{
    /// <summary>Characters that every face has, so that most texts need no closer look.</summary>
    public static readonly ImmutableArray<char> CommonCharacters =
        [.. Enumerable.Range(' ', '~' - ' ' + 1).Concat(Enumerable.Range(0xA0, 0x180 - 0xA0)).Select(code => (char)code), .. "„“”‚‘’–—…•€→✓☐\u202F\u2011"];

    static readonly SearchValues<char> Common = SearchValues.Create(CommonCharacters.AsSpan());

    readonly HashSet<Rune> missing = [];

    public IEnumerable<Rune> NewlyMissing(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Common)) return [];
        return text.EnumerateRunes().Where(character => !PlainText.IsSeparator(character)
            && (Rune.IsControl(character) || character == Rune.ReplacementChar || !Typesetter.CanShow(character))
            && missing.Add(character));
    }
}
