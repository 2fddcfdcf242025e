using AccessiblePdf.Model;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Documentation.Sessions;

namespace ThaffFunctions.Documentation.YearVolume;

/// <summary>A session's content, to be set in a volume.</summary>
/// <param name="Session">The session.</param>
/// <param name="Blocks">As <see cref="ContentFile"/> has them.</param>
/// <param name="Pictures">Those that fit, by name.</param>
sealed record Chapter(
    PublishedDocumentation Session, IReadOnlyList<Block> Blocks, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Pictures)
{
    /// <summary>The blocks below a heading of their own: figures with their pictures.</summary>
    /// <param name="page">Where the session's documentation stands online.</param>
    public IReadOnlyList<Block> Below(Uri page)
    {
        var pictured = new BlockMap(
            block => block is not Figure figure ? block
                : Pictures.TryGetValue(ContentFile.PictureOf(figure), out var picture) ? figure with { Image = picture }
                : Elsewhere(figure, page),
            inline => inline).Of(Blocks);
        return Subordinate.To(Session.Id.Value, pictured);
    }

    static Paragraph Elsewhere(Figure figure, Uri page) => new(
        new TextRun($"[Bild: {figure.AlternativeText} – ", TextStyle.Italic),
        new Link(page, "zu sehen in der Dokumentation des Termins"),
        new TextRun("]", TextStyle.Italic));
}
