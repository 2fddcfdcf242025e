using AccessiblePdf.Model;
using DocumentFormat.OpenXml;
using ThaffFunctions.NotesReading.Word.Package;

namespace ThaffFunctions.NotesReading.Word.Styles;

/// <summary>The formatting of text that carries meaning; null where it is not set.</summary>
sealed record CharacterFormat(bool? Bold, bool? Italic, bool? Strike, bool? Underline, bool? Hidden, string? Position, bool Code,
    string? Font, RunLanguages Languages)
{
    public static readonly CharacterFormat None = new(null, null, null, null, null, null, false, null, RunLanguages.None);

    public static CharacterFormat Of(OpenXmlElement? properties) => properties is null ? None : new(
        properties.Switch("b"),
        properties.Switch("i"),
        properties.Switch("strike") is null && properties.Switch("dstrike") is null ? null
            : properties.Switch("strike") == true || properties.Switch("dstrike") == true,
        properties.Child("u") is { } line ? line.Value() is not (null or "none") : null,
        properties.Switch("vanish"),
        properties.Child("vertAlign").Value() ?? PositionOf(properties),
        false,
        FontOf(properties.Child("rFonts")),
        RunLanguages.Of(properties));

    /// <summary>Takes what is not set here from the basis.</summary>
    public CharacterFormat Over(CharacterFormat basis) => new(
        Bold ?? basis.Bold, Italic ?? basis.Italic, Strike ?? basis.Strike, Underline ?? basis.Underline, Hidden ?? basis.Hidden,
        Position ?? basis.Position, Code || basis.Code, Font ?? basis.Font, Languages.Over(basis.Languages));

    /// <summary>
    /// Toggle properties: bold in both the paragraph style and the character style is not bold (ISO/IEC 29500-1, 17.7.3).
    /// </summary>
    public CharacterFormat Toggling(CharacterFormat paragraph) => new(
        Toggle(Bold, paragraph.Bold), Toggle(Italic, paragraph.Italic), Toggle(Strike, paragraph.Strike),
        Underline ?? paragraph.Underline, Toggle(Hidden, paragraph.Hidden), Position ?? paragraph.Position, Code || paragraph.Code,
        Font ?? paragraph.Font, Languages.Over(paragraph.Languages));

    public TextStyle ToStyle() =>
        (Bold == true ? TextStyle.Bold : 0) | (Italic == true ? TextStyle.Italic : 0) | (Strike == true ? TextStyle.Strikethrough : 0)
        | (Underline == true ? TextStyle.Underline : 0) | (Code ? TextStyle.Code : 0) | Position switch
        {
            "superscript" => TextStyle.Superscript,
            "subscript" => TextStyle.Subscript,
            _ => TextStyle.Plain,
        };

    /// <summary>LibreOffice writes superscript and subscript as a smaller size with a position.</summary>
    static string? PositionOf(OpenXmlElement properties) =>
        properties.Child("sz") is null ? null : properties.Child("position").Number() switch
        {
            > 0 => "superscript",
            < 0 => "subscript",
            _ => null,
        };

    /// <summary>The name of the font of Latin letters; empty for one of the theme, which is no symbol font.</summary>
    static string? FontOf(OpenXmlElement? fonts) => fonts.Value("asciiTheme") is not null ? "" : fonts.Value("ascii") ?? fonts.Value("hAnsi");

    static bool? Toggle(bool? one, bool? other) => one is null ? other : other is null ? one : one ^ other;
}
