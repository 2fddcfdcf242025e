using AccessiblePdf.Model;
using DocumentFormat.OpenXml;
using ThaffFunctions.NotesReading.Word.Package;

namespace ThaffFunctions.NotesReading.Word.Styles;

/// <summary>The formatting of text that carries meaning; null where it is not set.</summary>
sealed record CharacterFormat(bool? Bold, bool? Italic, bool? Strike, bool? Underline, bool? Hidden, string? Position, bool Code,
    RunLanguages Languages)
{
    public static readonly CharacterFormat None = new(null, null, null, null, null, null, false, RunLanguages.None);

    public static CharacterFormat Of(OpenXmlElement? properties) => properties is null ? None : new(
        properties.Switch("b"),
        properties.Switch("i"),
        properties.Switch("strike") is null && properties.Switch("dstrike") is null ? null
            : properties.Switch("strike") == true || properties.Switch("dstrike") == true,
        properties.Child("u") is { } line ? line.Value() is not (null or "none") : null,
        properties.Switch("vanish"),
        properties.Child("vertAlign").Value() ?? PositionOf(properties),
        false,
        RunLanguages.Of(properties));

    /// <summary>Takes what is not set here from the basis.</summary>
    public CharacterFormat Over(CharacterFormat basis) => new(
        Bold ?? basis.Bold, Italic ?? basis.Italic, Strike ?? basis.Strike, Underline ?? basis.Underline, Hidden ?? basis.Hidden,
        Position ?? basis.Position, Code || basis.Code, Languages.Over(basis.Languages));

    /// <summary>
    /// Toggle properties: bold in both the paragraph style and the character style is not bold (ISO/IEC 29500-1, 17.7.3).
    /// </summary>
    public CharacterFormat Toggling(CharacterFormat paragraph) => new(
        Toggle(Bold, paragraph.Bold), Toggle(Italic, paragraph.Italic), Toggle(Strike, paragraph.Strike),
        Underline ?? paragraph.Underline, Toggle(Hidden, paragraph.Hidden), Position ?? paragraph.Position, Code || paragraph.Code,
        Languages.Over(paragraph.Languages));

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

    static bool? Toggle(bool? one, bool? other) => one is null ? other : other is null ? one : one ^ other;
}
