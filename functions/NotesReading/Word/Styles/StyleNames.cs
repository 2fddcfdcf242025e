using System.Globalization;
using System.Text.RegularExpressions;

namespace ThaffFunctions.NotesReading.Word.Styles;

/// <summary>
/// Derives the role of a style from its name. Word stores the names of its built-in styles in English in every language; other programs and
/// custom styles do not.
/// </summary>
static partial class StyleNames
{
    /// <summary>Null if the name says nothing.</summary>
    public static (StyleKind Kind, int Level)? Meaning(string name)
    {
        var plain = name.Trim().ToLowerInvariant();
        if (HeadingName().Match(plain) is { Success: true } heading)
            return (StyleKind.Heading, int.Parse(heading.Groups[2].Value, CultureInfo.InvariantCulture));
        if (ContentsName().IsMatch(plain)) return (StyleKind.ContentsEntry, 0);

        return plain switch
        {
            "title" or "titel" => (StyleKind.Title, 0),
            "subtitle" or "untertitel" => (StyleKind.Subtitle, 0),
            "toc heading" or "tocheading" or "contents heading" or "inhaltsverzeichnisüberschrift" => (StyleKind.ContentsHeading, 0),
            "table of figures" or "table of authorities" or "abbildungsverzeichnis" => (StyleKind.ContentsEntry, 0),
            "quote" or "intense quote" or "zitat" or "intensives zitat" or "block text" or "blockzitat" or "quotations" =>
                (StyleKind.Quote, 0),
            "caption" or "beschriftung" or "illustration" or "abbildung" or "table caption" or "image caption" => (StyleKind.Caption, 0),
            "list paragraph" or "listparagraph" or "listenabsatz" => (StyleKind.ListText, 0),
            _ when plain.StartsWith("list continue", StringComparison.Ordinal)
                || plain.StartsWith("listenfortsetzung", StringComparison.Ordinal) => (StyleKind.ListText, 0),
            "html preformatted" or "html vorformatiert" or "preformatted text" or "source code" or "sourcecode" or "quelltext" or "code" =>
                (StyleKind.Code, 0),
            "definition term" or "list heading" or "listenüberschrift" => (StyleKind.Term, 0),
            "definition" or "definition list" or "list contents" or "listeninhalt" => (StyleKind.Meaning, 0),
            "footnote text" or "endnote text" or "fußnotentext" or "endnotentext" => (StyleKind.FootnoteText, 0),
            _ => null,
        };
    }

    /// <summary>The level in the name of a custom style, such as "Überschrift 2 nummeriert"; null if there is none.</summary>
    public static int? HeadingOf(string name) =>
        OwnHeadingName().Match(name.Trim().ToLowerInvariant()) is { Success: true } heading
            ? int.Parse(heading.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    public static bool IsCode(string name) =>
        name.Trim().ToLowerInvariant() is "html code" or "verbatim char" or "source text" or "quelltext zeichen" or "code zeichen"
            or "inline code";

    public static bool IsLink(string name) =>
        name.Trim().ToLowerInvariant() is "hyperlink" or "followedhyperlink" or "internet link" or "visited internet link"
            or "besuchterhyperlink";

    /// <summary>"heading 1" and its translations, also as Word's style ids, which lack non-ASCII letters ("berschrift1").</summary>
    [GeneratedRegex(@"^(heading|überschrift|berschrift|titre|título|titulo|titolo|kop|rubrik|overskrift|nagłówek|nagwek|nadpis|otsikko|címsor|cmsor|başlık|заголовок)\s*([1-9])$")]
    private static partial Regex HeadingName();

    [GeneratedRegex(@"^(?:heading|überschrift)\s*([1-9])[\s,(–-].+$")]
    private static partial Regex OwnHeadingName();

    [GeneratedRegex(@"^(toc|verzeichnis|contents|inhaltsverzeichnis|index)\s*[1-9]$")]
    private static partial Regex ContentsName();
}
