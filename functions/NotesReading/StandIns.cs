using AccessiblePdf.Model;
using ThaffFunctions.NotesReading.Languages;

namespace ThaffFunctions.NotesReading;

/// <summary>
/// What stands in a document in place of something that is missing. In German documents it is German, in others English and marked so where
/// they are in a third language, as everything that is added to documents.
/// </summary>
sealed record StandIns
{
    public required string Picture { get; init; }

    public required string Chart { get; init; }

    public required string Diagram { get; init; }

    public required string Ink { get; init; }

    public required string Reference { get; init; }

    /// <summary>After what is missing.</summary>
    public required string Missing { get; init; }

    /// <summary>The alternative text of a figure until somebody describes it; {0} is its file.</summary>
    public required string Provisional { get; init; }

    /// <summary>The language as a BCP 47 tag, where it differs from the document's.</summary>
    public string? Language { get; private init; }

    static StandIns InGerman { get; } = new()
    {
        Picture = "Bild",
        Chart = "Diagramm",
        Diagram = "Schaubild (SmartArt)",
        Ink = "Freihandzeichnung",
        Reference = "Verweis",
        Missing = "fehlt",
        Provisional = "Bild „{0}“ (vorläufiger Text, eine Beschreibung fehlt noch)",
    };

    static StandIns InEnglish { get; } = new()
    {
        Picture = "Picture",
        Chart = "Chart",
        Diagram = "Diagram (SmartArt)",
        Ink = "Drawing",
        Reference = "Reference",
        Missing = "missing",
        Provisional = "Picture “{0}” (provisional text, a description is still missing)",
    };

    /// <param name="document">The language of the document.</param>
    public static StandIns Of(string document) => LanguageTag.AreSame(document, LanguageTag.German) ? InGerman
        : LanguageTag.AreSame(document, LanguageTag.English) ? InEnglish : InEnglish with { Language = LanguageTag.English };

    /// <summary>In brackets, with what its author said of it in the document's own language.</summary>
    /// <param name="what">What is missing.</param>
    /// <param name="said">The author's words; may be empty.</param>
    /// <param name="style">Of the text.</param>
    public IReadOnlyList<Inline> For(string what, string said = "", TextStyle style = TextStyle.Italic) => said.Length == 0
        ? [new TextRun($"[{what} {Missing}]", style) { Language = Language }]
        : TextRuns.Joined([new TextRun($"[{what} {Missing}: ", style) { Language = Language }, new TextRun($"{said}]", style)]);

    /// <summary>A figure with a provisional alternative text.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="name">Of its file.</param>
    public Figure Described(Figure figure, string name) => figure with
    {
        AlternativeText = Provisional.Replace("{0}", name, StringComparison.Ordinal),
        Language = Language,
    };
}
