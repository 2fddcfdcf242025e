using System.Globalization;
using AccessiblePdf.Checks;
using AccessiblePdf.Model;
using AccessiblePdf.Writer;
using AccessiblePdf.Writer.Fonts;
using AccessiblePdf.Writer.Images;

namespace AccessiblePdf.Layout;

/// <summary>What all parts of one document's layout share.</summary>
sealed class LayoutContext(Wording wording, CultureInfo culture, IReadOnlyDictionary<string, Destination> anchors,
    IReadOnlyList<PlannedHeading> headings, IReadOnlyDictionary<Figure, Picture> pictures, LinkDescriptions links)
{
    readonly Dictionary<Footnote, Note> notes = new(ReferenceEqualityComparer.Instance);
    int headingsSet;

    public Typesetter Typesetter { get; } = new();

    public Wording Wording { get; } = wording;

    /// <summary>The language of the words, where it differs from the document's.</summary>
    public string? WordingLanguage { get; init; }

    /// <summary>How numbers are written.</summary>
    public CultureInfo Culture { get; } = culture;

    public IReadOnlyDictionary<string, Destination> Anchors { get; } = anchors;

    /// <summary>All headings in reading order.</summary>
    public IReadOnlyList<PlannedHeading> Headings { get; } = headings;

    /// <summary>The image of each figure.</summary>
    public IReadOnlyDictionary<Figure, Picture> Pictures { get; } = pictures;

    /// <summary>The descriptions of links.</summary>
    public LinkDescriptions Links { get; } = links;

    /// <summary>Whether the document goes from right to left.</summary>
    public bool IsRightToLeft { get; init; }

    /// <summary>Whether any of its text does.</summary>
    public bool MayTurn { get; init; }

    /// <summary>Whether a block goes from right to left.</summary>
    /// <param name="block">The block.</param>
    /// <param name="around">The direction of what is around it.</param>
    public bool Turns(Block block, bool around) => MayTurn ? TextDirection.IsRightToLeft(block) ?? around : around;

    /// <summary>Shortens a text to a width with an ellipsis, after a word where that loses little.</summary>
    public ShapedText Fitted(string text, TextFormat format, double room)
    {
        var shape = Typesetter.Shape(text, format.Face);
        if (shape.WidthAt(format.Size) <= room) return shape;
        var starts = StringInfo.ParseCombiningCharacters(text);
        var (fits, tooMany) = (0, starts.Length);
        while (tooMany - fits > 1)
        {
            var middle = (fits + tooMany) / 2;
            if (Shortened(starts[middle]).WidthAt(format.Size) <= room) fits = middle; else tooMany = middle;
        }
        var word = text.LastIndexOf(' ', starts[fits]);
        return Shortened(word > starts[fits] / 2 ? word : starts[fits]);

        ShapedText Shortened(int end) => Typesetter.Shape(text[..end].TrimEnd(' ', ',', ';', ':', '–', '·') + "…", format.Face);
    }

    /// <summary>Takes the next heading; called in reading order.</summary>
    public PlannedHeading NextHeading() => Headings[headingsSet++];

    /// <summary>Notes that were referred to and are not set yet, in order.</summary>
    public List<Note> OpenNotes { get; } = [];

    /// <summary>The note of a footnote, and whether this is the first reference to it.</summary>
    public (Note Note, bool IsNew) NoteOf(Footnote footnote)
    {
        if (notes.TryGetValue(footnote, out var known)) return (known, false);
        return (notes[footnote] = new(notes.Count + 1, footnote), true);
    }
}
