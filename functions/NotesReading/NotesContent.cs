using AccessiblePdf.Model;
using ThaffFunctions.NotesReading.Languages;

namespace ThaffFunctions.NotesReading;

/// <summary>The content of notes, independent of their format. Page and PDF are both made from it.</summary>
/// <param name="Blocks">The text in reading order.</param>
/// <param name="Pictures">Its pictures; the figures among the blocks hold the same bytes.</param>
public sealed record NotesContent(IReadOnlyList<Block> Blocks, IReadOnlyList<Picture> Pictures)
{
    /// <summary>What the text is written in, as a BCP 47 tag; runs in another language name theirs.</summary>
    public string Language { get; init; } = LanguageTag.German;

    /// <summary>The same content for a document in another language: whatever differs from that one is marked.</summary>
    public NotesContent Within(string language) =>
        this with { Blocks = SpokenLanguages.Moved(Blocks, Language, language), Language = language };

    /// <summary>German blocks that stand around the content in the same document.</summary>
    public IReadOnlyList<Block> Around(IReadOnlyList<Block> german) => SpokenLanguages.Moved(german, LanguageTag.German, Language);
}
