using System.Globalization;
using AccessiblePdf.Model;

namespace ThaffFunctions.NotesReading.Lists;

/// <summary>The marker before an item of a list.</summary>
/// <param name="Numbering">null for a bullet.</param>
/// <param name="Number">The item's number.</param>
/// <param name="Done">Not null for a check box.</param>
readonly record struct Marker(Numbering? Numbering, int Number, bool? Done)
{
    public static Marker Bullet => default;

    public static Marker Box(bool isDone) => new(null, 0, isDone);

    /// <summary>Whether an item with this marker continues the list of the item before.</summary>
    public bool MayFollow(Marker before) => Numbering == before.Numbering && (Numbering is null || Number == before.Number + 1);

    /// <summary>The typed marker at the beginning of a line; null if there is none.</summary>
    /// <param name="line">Without leading spaces.</param>
    public static TypedMarker? Typed(string line)
    {
        if (TickSigns.In(line) is [{ Start: 0 } sign, ..] signs && line.AsSpan(sign.End) is [' ' or '\t' or '\u00A0', ..])
            return signs.Skip(1).Any(other => other.IsBox == sign.IsBox) ? null : Ticked(line, sign); // not choices on one line

        return OfSign(line);
    }

    /// <summary>A tick or cross stays in the text, since nobody knows whether it says something.</summary>
    static TypedMarker? Ticked(string line, TickSign sign)
    {
        var rest = line[sign.End..].TrimStart();
        return rest.Length == 0 ? null : sign.IsBox ? new(Box(sign.Meaning == TickMeaning.BoxTicked), rest, IsCertain: true)
            : new(Bullet, line, IsCertain: false) { KeepsSign = true };
    }

    static TypedMarker? OfSign(string line)
    {
        var end = line.AsSpan().IndexOfAny(' ', '\t', '\u00A0');
        if (end is < 1 or > 4 || line.AsSpan(end).IsWhiteSpace()) return null;

        var (sign, rest) = (line[..end], line[end..].TrimStart());
        if (sign is ['(', .., ')']) sign = sign[1..];
        return sign switch
        {
            "■" or "◉" => new(Bullet, rest, IsCertain: true) { IsFilledBox = true },
            "•" or "·" or "▪" or "●" or "○" or "◦" or "‣" or "➢" or "→" => new(Bullet, rest, IsCertain: true),
            "-" or "–" or "—" or "*" or "o" or "+" => new(Bullet, rest, IsCertain: line[end] == '\t'),
            [.. var digits, '.', ')'] when IsNumber(digits, out var number) => new(Digits(number), rest, IsCertain: false),
            [.. var digits, '.' or ')'] when IsNumber(digits, out var number) && !Dates.Begin(line) =>
                new(Digits(number), rest, IsCertain: false),
            [>= 'a' and <= 'z' and var letter, ')'] =>
                new(new(AccessiblePdf.Model.Numbering.LowerAlpha, letter - 'a' + 1, null), rest, IsCertain: false),
            [>= 'A' and <= 'Z' and var letter, ')'] =>
                new(new(AccessiblePdf.Model.Numbering.UpperAlpha, letter - 'A' + 1, null), rest, IsCertain: false),
            [>= 'a' and <= 'z' and var letter, '.'] => // not capitals, which are initials
                new(new(AccessiblePdf.Model.Numbering.LowerAlpha, letter - 'a' + 1, null), rest, IsCertain: false)
                {
                    IsLetterWithStop = true,
                },
            _ => null,
        };
    }

    static Marker Digits(int number) => new(AccessiblePdf.Model.Numbering.Digits, number, null);

    static bool IsNumber(string digits, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
