using AccessiblePdf.Model;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Documentation.Sessions;
using ThaffFunctions.NotesReading;

namespace ThaffFunctions.Documentation.YearVolume;

/// <summary>The content of a session, as a chapter of a volume.</summary>
/// <param name="Session">The session.</param>
/// <param name="Blocks">As read from the <see cref="ContentFile"/>.</param>
/// <param name="Pictures">The pictures that fit into the memory limit, by name.</param>
sealed record Chapter(
    PublishedDocumentation Session, IReadOnlyList<Block> Blocks, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Pictures)
{
    /// <summary>The blocks below the chapter's heading; figures contain their pictures.</summary>
    /// <param name="page">The address of the session's documentation.</param>
    public IReadOnlyList<Block> Below(Uri page)
    {
        var pictured = new BlockMap(
            block => block is not Figure figure ? block
                : Pictures.TryGetValue(ContentFile.PictureOf(figure), out var picture) ? figure with { Image = picture }
                : Elsewhere(figure, page),
            inline => inline).Of(Blocks);
        return NestedContent.To(Session.Id.Value, pictured);
    }

    static Paragraph Elsewhere(Figure figure, Uri page) => new(
        new TextRun("[Bild: ", TextStyle.Italic),
        new TextRun(figure.AlternativeText, TextStyle.Italic) { Language = figure.Language },
        new TextRun(" – ", TextStyle.Italic),
        new Link(page, "zu sehen in der Dokumentation des Termins"),
        new TextRun("]", TextStyle.Italic));
}
