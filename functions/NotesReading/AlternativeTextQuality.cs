using System.Text.RegularExpressions;

namespace ThaffFunctions.NotesReading;

/// <summary>
/// Whether an alternative text describes anything. Programs and people in a hurry fill it with names and kinds ("image1.png", "Bild 3",
/// "Separator 600x20"), which is no better than none (WCAG 2.2, failure F30). The hint is
/// <see cref="RemarkTexts.EmptyAlternativeText"/>.
/// </summary>
static partial class AlternativeTextQuality
{
    /// <summary>Words that only name a kind of picture or stand for a text that is still to be written, without umlauts.</summary>
    static readonly HashSet<string> EmptyWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "abb", "abbildung", "alt", "alternativtext", "attachment", "autoshape", "background", "banner", "beschreibung", "bild", "bilder",
        "bildplatzhalter", "bildschirmfoto", "button", "chart", "clipart", "connector", "content", "copy", "cover", "datei", "description",
        "diagram", "diagramm", "divider", "drawing", "empty", "fig", "figure", "file", "footer", "form", "foto", "fotos", "freeform",
        "freihand", "freihandform", "gif", "grafik", "grafiken", "graphic", "graphics", "group", "gruppe", "gruppieren", "header",
        "hintergrund", "icon", "illustration", "image", "images", "img", "inhaltsplatzhalter", "jpeg", "jpg", "kein", "keine", "kopie",
        "leer", "line", "linie", "logo", "missing", "name", "none", "null", "object", "objekt", "oval", "photo", "photos", "pic",
        "picture", "pictures", "pixel", "placeholder", "platzhalter", "png", "rechteck", "rectangle", "scan", "screenshot", "separator",
        "shape", "smartart", "spacer", "svg", "symbol", "tab", "tabelle", "table", "text", "textbox", "textfeld", "thumb", "thumbnail",
        "titelbild", "todo", "trenner", "trennlinie", "unbenannt", "undefined", "unnamed", "untitled", "verbinder", "vorschau",
        "zeichnung",
    };

    /// <summary>Words and units that add nothing to the ones above.</summary>
    static readonly HashSet<string> Fillers = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "am", "an", "auf", "cm", "das", "dem", "der", "des", "die", "ein", "eine", "einer", "eines", "from", "gerader", "is", "ist",
        "mit", "mm", "nr", "no", "of", "ohne", "on", "pt", "px", "straight", "the", "this", "um", "und", "von", "with", "without", "x",
        "zeigt", "zu",
    };

    /// <summary>What people add to the names of files to tell them apart.</summary>
    static readonly HashSet<string> FileWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "bearbeitet", "cmyk", "draft", "endfassung", "entwurf", "final", "finale", "hires", "klein", "korrigiert", "lowres", "neu", "new",
        "old", "rev", "rgb", "sw", "v", "ver", "version",
    };

    public static bool Describes(string text)
    {
        var said = text.Trim().Trim('"', '„', '“', '”', '\'', '.', ':', '(', ')', '[', ']', '<', '>').Trim();
        if (!said.Any(char.IsLetter) || IsFileName().IsMatch(said) || IsAddress().IsMatch(said) || IsCameraName().IsMatch(said)
            || IsName().IsMatch(said) || IsComposedName(said)) return false;

        var words = Word().Matches(said).Select(word => word.Value).Where(word => !Fillers.Contains(word)).ToList();
        return words.Count > 0 && !words.TrueForAll(SaysNothing);
    }

    /// <summary>
    /// One word of several that begin with capitals or that hyphens part ("TeamFotoNeu", "team-logo"), as programmers and files have it,
    /// and one of them is a kind of picture or tells files apart. Names such as "OpenStreetMap" and compounds such as "Firmen-Logo" are
    /// none.
    /// </summary>
    static bool IsComposedName(string said)
    {
        var parts = PartsOf(said);
        return IsKebabCase().IsMatch(said) ? parts.Exists(SaysNothing)
            : IsCamelCase().IsMatch(said) && parts.Exists(SaysNothing) && (parts.Count > 2 || parts.Exists(FileWords.Contains));
    }

    static bool SaysNothing(string word) =>
        EmptyWords.Contains(word) || FileWords.Contains(word) || PartsOf(word) is { Count: > 1 } parts && parts.TrueForAll(SaysNothing);

    static List<string> PartsOf(string word) => [.. Part().Matches(word).Select(part => part.Value)];

    [GeneratedRegex(@"^[^\r\n]{0,200}\.(png|jpe?g|jfif|gif|bmp|dib|tiff?|svgz?|webp|hei[cf]|avif|emf|wmf|eps|pdf|ico|psd)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IsFileName();

    [GeneratedRegex(@"^((https?|ftp|file|data|cid|blob):\S*|www\.\S+|[a-z]:\\.*|\\\\\S.*|[\w.-]+/[\w./-]+|[0-9a-f-]{16,})$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IsAddress();

    /// <summary>As cameras, telephones and messengers name their files, with or without an extension.</summary>
    [GeneratedRegex(@"^(img|dsc[fn]?|pict|pxl|mvimg|p|scan|photo|foto|image|whatsapp (image|bild)|screenshot|bildschirmfoto|signal)"
        + @"[-_ ]*[0-9][-_ .:0-9a-z]*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IsCameraName();

    /// <summary>
    /// As files and programs name things, in one word: with underscores ("logo_neu"), as a setting ("hspace=0"), as clip art ("j0395699"),
    /// with parts that begin with capitals and a number at the end ("MainMasthead2"), with parts that dots part ("258981.fig.001").
    /// </summary>
    [GeneratedRegex(@"^(description:\s*|beschreibung:\s*)?(\S*\w_\w\S*|[a-z]{3,}=\d+|[a-z]{0,4}\d{5,}\S*|(?-i:\S*\p{Ll}\p{Lu}\S*\d)"
        + @"|[\w-]+(\.[\w-]+)*\.\d+)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IsName();

    [GeneratedRegex(@"^[\p{Ll}\d]+(-[\p{Ll}\d]+)+$")]
    private static partial Regex IsKebabCase();

    [GeneratedRegex(@"^[\p{L}\d]*\p{Ll}\p{Lu}[\p{L}\d]*$")]
    private static partial Regex IsCamelCase();

    [GeneratedRegex(@"\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})")]
    private static partial Regex Part();

    /// <summary>Letters only: digits and signs between them part words, as in "image1" and "600x20".</summary>
    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
