using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using ThaffFunctions.NotesReading.Word.Package;

namespace ThaffFunctions.NotesReading.Word.Styles;

/// <summary>The styles of a document.</summary>
sealed class WordStyles
{
    const int Deepest = 50; // a damaged file may base styles on each other in a cycle

    readonly Dictionary<string, OpenXmlElement> byId = [];
    readonly Dictionary<string, ParagraphStyle> paragraphs = [];
    readonly Dictionary<string, CharacterFormat> characters = [];
    readonly string standard;

    public WordStyles(StyleDefinitionsPart? part, DocumentSettingsPart? settings)
    {
        Languages = RunLanguages.Of(part?.Styles.Child("docDefaults").Child("rPrDefault").Child("rPr"))
            .Over(RunLanguages.Read(settings?.Settings.Child("themeFontLang")));
        var styles = part?.Styles?.Where(style => style.LocalName == "style" && style.Value("styleId") is not null).ToList() ?? [];
        foreach (var style in styles) byId.TryAdd(style.Value("styleId")!, style);
        standard = styles.Find(style =>
            style.Value("type") == "paragraph" && style.Value("default") is "1" or "true" or "on")?.Value("styleId") ?? "";
    }

    /// <summary>The languages of text for which neither run nor style sets one.</summary>
    public RunLanguages Languages { get; }

    /// <summary>The style of a paragraph. Its own outline level, if set, overrides that of the style.</summary>
    public ParagraphStyle Of(OpenXmlElement paragraph)
    {
        var properties = paragraph.Child("pPr");
        var style = Paragraph(properties.Child("pStyle").Value());
        return properties.Child("outlineLvl").Number() switch
        {
            >= 0 and < 9 and var outline when style.Kind is StyleKind.Text or StyleKind.Heading =>
                style with { Kind = StyleKind.Heading, Level = outline + 1 },
            9 when style.Kind == StyleKind.Heading => style with { Kind = StyleKind.Text },
            _ => style,
        };
    }

    /// <param name="id">As the paragraph names it; null for the document's default style.</param>
    public ParagraphStyle Paragraph(string? id)
    {
        id ??= standard;
        if (paragraphs.GetValueOrDefault(id) is { } known) return known;

        var chain = ChainOf(id);
        var (kind, level) = RoleOf(id, chain);
        var numbers = chain.Select(style => style.Child("pPr").Child("numPr"))
            .FirstOrDefault(numbers => numbers.Child("numId") is not null);
        var breaks = chain.Select(style => style.Child("pPr").Switch("pageBreakBefore")).FirstOrDefault(value => value is not null) == true;
        return paragraphs[id] = new(id, kind, level, numbers.Child("numId").Number(), numbers.Child("ilvl").Number(), breaks,
            FormatOf(chain));
    }

    /// <summary>The look of a character style.</summary>
    public CharacterFormat Character(string id)
    {
        if (characters.GetValueOrDefault(id) is { } known) return known;

        var chain = ChainOf(id);
        var name = chain.Count > 0 ? NameOf(chain[0]) : id;
        return characters[id] = StyleNames.IsLink(name) ? CharacterFormat.None
            : StyleNames.IsCode(name) ? FormatOf(chain) with { Code = true }
            : FormatOf(chain);
    }

    /// <summary>Whether a style of tables gives a part of them, such as <c>firstCol</c>, a look of its own.</summary>
    public bool FormatsPart(string? id, string part) => id is not null
        && ChainOf(id).Exists(style => style.Any(element => element.LocalName == "tblStylePr" && element.Value("type") == part));

    /// <summary>The list of a list style.</summary>
    public int? NumberIdOf(string style) => byId.GetValueOrDefault(style).Child("pPr").Child("numPr").Child("numId").Number();

    static (StyleKind, int) RoleOf(string id, List<OpenXmlElement> chain)
    {
        if (chain.Count == 0) return StyleNames.Meaning(id) ?? (StyleKind.Text, 0);

        foreach (var style in chain)
        {
            if (NamesOf(style).Select(StyleNames.Meaning).FirstOrDefault(meaning => meaning is not null) is { } meaning) return meaning;
            if (style.Child("pPr").Child("outlineLvl").Number() is { } outline)
                return outline is >= 0 and < 9 ? (StyleKind.Heading, outline + 1) : (StyleKind.Text, 0);
            if (StyleNames.HeadingOf(NameOf(style)) is { } level) return (StyleKind.Heading, level);
        }

        return (StyleKind.Text, 0);
    }

    /// <summary>Its name, then the other names that its author gave it.</summary>
    static IEnumerable<string> NamesOf(OpenXmlElement style) =>
        [NameOf(style), .. style.Child("aliases").Value()?.Split(',') ?? []];

    static string NameOf(OpenXmlElement style) => style.Child("name").Value() ?? style.Value("styleId") ?? "";

    static CharacterFormat FormatOf(List<OpenXmlElement> chain) =>
        chain.Select(style => CharacterFormat.Of(style.Child("rPr"))).Aggregate(CharacterFormat.None, (format, basis) => format.Over(basis));

    /// <summary>The style, followed by the styles it is based on.</summary>
    List<OpenXmlElement> ChainOf(string id)
    {
        List<OpenXmlElement> chain = [];
        for (var next = byId.GetValueOrDefault(id); next is not null && chain.Count < Deepest;
            next = byId.GetValueOrDefault(next.Child("basedOn").Value() ?? ""))
            chain.Add(next);
        return chain;
    }
}
