using System.Globalization;
using AccessiblePdf.Model;

namespace ThaffFunctions.Documentation.Notes.Lists;

/// <summary>What stands before an item of a list.</summary>
/// <param name="Numbering">null: a bullet.</param>
/// <param name="Number">The item's number.</param>
/// <param name="Done">Not null: a box to tick.</param>
readonly record struct Marker(Numbering? Numbering, int Number, bool? Done)
{
    public static Marker Bullet => default;

    public static Marker Box(bool isDone) => new(null, 0, isDone);

    public bool MayFollow(Marker before) => Numbering == before.Numbering && (Numbering is null || Number == before.Number + 1);

    /// <summary>A marker that was typed like text, and what follows it; null if the line begins with none.</summary>
    /// <param name="line">Without spaces before it.</param>
    public static TypedMarker? Typed(string line)
    {
        var end = line.AsSpan().IndexOfAny(' ', '\t', '\u00A0');
        if (end is < 1 or > 4 || line.AsSpan(end).IsWhiteSpace()) return null;

        var (sign, rest) = (line[..end], line[end..].TrimStart());
        return sign switch
        {
            "•" or "·" or "▪" or "■" or "●" or "○" or "◦" or "‣" or "➢" or "→" => new(Bullet, rest, IsCertain: true),
            "☐" or "□" or "❏" => new(Box(false), rest, IsCertain: true),
            "☑" or "☒" => new(Box(true), rest, IsCertain: true),
            "-" or "–" or "—" or "*" or "o" or "+" => new(Bullet, rest, IsCertain: line[end] == '\t'),
            [.. var digits, '.' or ')'] when IsNumber(digits, out var number) => new(new(AccessiblePdf.Model.Numbering.Digits, number, null), rest, IsCertain: false),
            [>= 'a' and <= 'z' and var letter, ')'] => new(new(AccessiblePdf.Model.Numbering.LowerAlpha, letter - 'a' + 1, null), rest, IsCertain: false),
            _ => null,
        };
    }

    static bool IsNumber(string digits, out int number) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}

/// <summary>A marker typed like text.</summary>
/// <param name="Marker">What it means.</param>
/// <param name="Rest">The text after it.</param>
/// <param name="IsCertain">It can mean nothing else; otherwise a second one must follow.</param>
readonly record struct TypedMarker(Marker Marker, string Rest, bool IsCertain);
