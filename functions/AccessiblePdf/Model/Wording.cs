namespace AccessiblePdf.Model;

/// <summary>The words the library itself puts on pages and into alternative texts.</summary>
public sealed record Wording
{
    /// <summary>Their language as a BCP 47 tag; null for that of the document.</summary>
    public string? Language { get; init; }

    /// <summary>At the foot of each page; {0} is the page, {1} the number of pages.</summary>
    public required string PageOfPages { get; init; }

    /// <summary>Above the table of contents.</summary>
    public required string Contents { get; init; }

    /// <summary>Describes the link of a table of contents; {0} is the heading, {1} the page.</summary>
    public required string ContentsEntry { get; init; }

    /// <summary>Describes the link to a footnote; {0} is its number.</summary>
    public required string Footnote { get; init; }

    /// <summary>Describes the link from a footnote back into the text; {0} is its number.</summary>
    public required string FootnoteReturn { get; init; }

    /// <summary>Read aloud for a ticked box (☑, ☒).</summary>
    public required string BoxTicked { get; init; }

    /// <summary>Read aloud for an empty box (☐).</summary>
    public required string BoxEmpty { get; init; }

    /// <summary>Read aloud for a tick without a box (✓).</summary>
    public required string Tick { get; init; }

    /// <summary>Read aloud for a cross without a box (✗).</summary>
    public required string Cross { get; init; }

    /// <summary>Read aloud for raised letters; {0} stands for them.</summary>
    public required string Raised { get; init; }

    /// <summary>Read aloud for lowered letters; {0} stands for them.</summary>
    public required string Lowered { get; init; }

    /// <summary>Read aloud where struck text begins; {0} is its first word.</summary>
    public required string StruckBegins { get; init; }

    /// <summary>Read aloud where struck text ends and other text follows; {0} is its last word.</summary>
    public required string StruckEnds { get; init; }

    /// <summary>Sums up the values of a chart; {0} is the highest, {1} what it belongs to.</summary>
    public required string ChartHighest { get; init; }

    /// <summary>Sums up the values of a chart; {0} is the lowest, {1} what it belongs to.</summary>
    public required string ChartLowest { get; init; }

    /// <summary>Sums up the values of a chart that are all the same; {0} is that value.</summary>
    public required string ChartEqual { get; init; }

    /// <summary>The language of the words within a document: null if it is that of the document, whatever its region.</summary>
    /// <param name="document">The language of the document.</param>
    public string? LanguageIn(string document) => Language is null || PrimaryOf(Language) == PrimaryOf(document) ? null : Language;

    /// <summary>
    /// The words for a document: in its language if that is Czech, French, German, Italian, Polish, Russian, Spanish, Turkish or Ukrainian,
    /// otherwise in English.
    /// </summary>
    /// <param name="language">The document's language as a BCP 47 tag.</param>
    public static Wording For(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return PrimaryOf(language) is "de" ? German : WordingTranslations.All.GetValueOrDefault(PrimaryOf(language), English);
    }

    static string PrimaryOf(string tag) => tag.Split('-')[0].ToLowerInvariant();

    internal IEnumerable<(string Name, string Text)> All =>
    [
        (nameof(PageOfPages), PageOfPages), (nameof(Contents), Contents), (nameof(ContentsEntry), ContentsEntry),
        (nameof(Footnote), Footnote), (nameof(FootnoteReturn), FootnoteReturn),
        (nameof(BoxTicked), BoxTicked), (nameof(BoxEmpty), BoxEmpty), (nameof(Tick), Tick), (nameof(Cross), Cross),
        (nameof(Raised), Raised), (nameof(Lowered), Lowered), (nameof(StruckBegins), StruckBegins), (nameof(StruckEnds), StruckEnds),
        (nameof(ChartHighest), ChartHighest), (nameof(ChartLowest), ChartLowest), (nameof(ChartEqual), ChartEqual),
    ];

    /// <summary>German.</summary>
    public static Wording German { get; } = new()
    {
        Language = "de",
        PageOfPages = "Seite {0} von {1}",
        Contents = "Inhalt",
        ContentsEntry = "{0}, Seite {1}",
        Footnote = "Fußnote {0}",
        FootnoteReturn = "Fußnote {0}: zurück zum Text",
        BoxTicked = "angekreuzt",
        BoxEmpty = "nicht angekreuzt",
        Tick = "Häkchen",
        Cross = "Kreuz",
        Raised = "hochgestellt {0}",
        Lowered = "tiefgestellt {0}",
        StruckBegins = "durchgestrichen: {0}",
        StruckEnds = "{0}, Ende des Durchgestrichenen",
        ChartHighest = "höchster Wert {0} ({1})",
        ChartLowest = "niedrigster Wert {0} ({1})",
        ChartEqual = "alle Werte {0}",
    };

    /// <summary>English.</summary>
    public static Wording English { get; } = new()
    {
        Language = "en",
        PageOfPages = "Page {0} of {1}",
        Contents = "Contents",
        ContentsEntry = "{0}, page {1}",
        Footnote = "Footnote {0}",
        FootnoteReturn = "Footnote {0}: back to the text",
        BoxTicked = "ticked",
        BoxEmpty = "not ticked",
        Tick = "tick",
        Cross = "cross",
        Raised = "superscript {0}",
        Lowered = "subscript {0}",
        StruckBegins = "struck out: {0}",
        StruckEnds = "{0}, end of what is struck out",
        ChartHighest = "highest value {0} ({1})",
        ChartLowest = "lowest value {0} ({1})",
        ChartEqual = "all values {0}",
    };
}
