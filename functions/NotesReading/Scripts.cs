using System.Globalization;

namespace ThaffFunctions.NotesReading;

/// <summary>Scripts by their ranges in Unicode, for hints to staff.</summary>
static class Scripts
{
    static readonly (int First, int Last, string German)[] Ranges =
    [
        (0x0530, 0x058F, "armenische"), (0x0590, 0x05FF, "hebräische"), (0x0600, 0x06FF, "arabische"), (0x0700, 0x074F, "syrische"),
        (0x0750, 0x077F, "arabische"), (0x08A0, 0x08FF, "arabische"), (0x0900, 0x097F, "indische (Devanagari)"),
        (0x0980, 0x09FF, "bengalische"), (0x0A00, 0x0DFF, "südindische und verwandte"), (0x0E00, 0x0E7F, "thailändische"),
        (0x0E80, 0x0EFF, "laotische"), (0x0F00, 0x0FFF, "tibetische"), (0x1000, 0x109F, "birmanische"), (0x10A0, 0x10FF, "georgische"),
        (0x1100, 0x11FF, "koreanische"), (0x1200, 0x139F, "äthiopische"), (0x1780, 0x17FF, "kambodschanische"),
        (0x1800, 0x18AF, "mongolische"), (0x2E80, 0x2FDF, "chinesische"), (0x3000, 0x303F, "chinesische"), (0x3040, 0x30FF, "japanische"),
        (0x3130, 0x318F, "koreanische"), (0x3400, 0x9FFF, "chinesische"), (0xAC00, 0xD7AF, "koreanische"), (0xF900, 0xFAFF, "chinesische"),
        (0xFB1D, 0xFB4F, "hebräische"), (0xFB50, 0xFDFF, "arabische"), (0xFE70, 0xFEFE, "arabische"), (0xFF00, 0xFF60, "chinesische"),
        (0x20000, 0x3FFFF, "chinesische"),
    ];

    /// <summary>The name of a character's script as a German adjective; null for signs and unknown ones.</summary>
    /// <param name="character">As warnings name it, such as U+0627.</param>
    public static string? NameOf(string character)
    {
        var digits = character.AsSpan(character.IndexOf('+', StringComparison.Ordinal) + 1);
        return int.TryParse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number)
            ? Array.Find(Ranges, range => number >= range.First && number <= range.Last).German : null;
    }
}
