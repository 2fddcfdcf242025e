using System.Globalization;

namespace ThaffFunctions.NotesReading.Languages;

/// <summary>Scripts by their ranges in Unicode.</summary>
static class Scripts
{
    public static readonly Script Han = new("chinesische", "zh", "ja", "ko", "yue", "wuu", "nan", "hak");
    public static readonly Script Kana = new("japanische", "ja");
    public static readonly Script Hangul = new("koreanische", "ko");
    public static readonly Script Greek = new("griechische", "el");
    public static readonly Script Cyrillic = new("kyrillische", "ru", "uk", "be", "bg", "sr", "mk", "bs", "cnr", "sh", "kk", "ky", "mn",
        "tg", "tt", "uz", "az", "tk", "ba", "cv", "ce", "os");

    static readonly Script Armenian = new("armenische", "hy");
    static readonly Script Hebrew = new("hebräische", "he", "yi", "iw", "ji");
    static readonly Script Arabic = new("arabische", "ar", "fa", "prs", "ur", "ps", "ckb", "ku", "sd", "ug", "ks", "az", "pa", "ms", "kk",
        "uz");
    static readonly Script Syriac = new("syrische", "syr", "aii", "tru", "arc");
    static readonly Script Devanagari = new("indische (Devanagari)", "hi", "ne", "mr", "sa", "kok", "mai", "bho", "ks", "sd");
    static readonly Script Bengali = new("bengalische", "bn", "as", "mni");
    static readonly Script Ethiopic = new("äthiopische", "am", "ti", "gez");
    static readonly Script Mongolian = new("mongolische", "mn");

    static readonly (int First, int Last, Script Script)[] Ranges =
    [
        (0x0370, 0x03FF, Greek), (0x0400, 0x052F, Cyrillic), (0x0531, 0x058F, Armenian), (0x0590, 0x05FF, Hebrew),
        (0x0600, 0x06FF, Arabic), (0x0700, 0x074F, Syriac), (0x0750, 0x077F, Arabic), (0x08A0, 0x08FF, Arabic),
        (0x0900, 0x097F, Devanagari), (0x0980, 0x09FF, Bengali), (0x0A00, 0x0A7F, new("indische (Gurmukhi)", "pa")),
        (0x0A80, 0x0AFF, new("indische (Gujarati)", "gu")), (0x0B00, 0x0B7F, new("indische (Oriya)", "or")),
        (0x0B80, 0x0BFF, new("tamilische", "ta")), (0x0C00, 0x0C7F, new("südindische (Telugu)", "te")),
        (0x0C80, 0x0CFF, new("südindische (Kannada)", "kn")), (0x0D00, 0x0D7F, new("südindische (Malayalam)", "ml")),
        (0x0D80, 0x0DFF, new("singhalesische", "si")), (0x0E00, 0x0E7F, new("thailändische", "th")),
        (0x0E80, 0x0EFF, new("laotische", "lo")), (0x0F00, 0x0FFF, new("tibetische", "bo", "dz")),
        (0x1000, 0x109F, new("birmanische", "my", "mnw", "shn")), (0x10A0, 0x10FF, new("georgische", "ka")), (0x1100, 0x11FF, Hangul),
        (0x1200, 0x139F, Ethiopic), (0x1780, 0x17FF, new("kambodschanische", "km")), (0x1800, 0x18AF, Mongolian),
        (0x1C80, 0x1C8F, Cyrillic),
        (0x1F00, 0x1FFF, Greek), (0x2E80, 0x2FDF, Han), (0x3000, 0x303F, Han), (0x3040, 0x30FF, Kana), (0x3130, 0x318F, Hangul),
        (0x31F0, 0x31FF, Kana), (0x3400, 0x9FFF, Han), (0xAC00, 0xD7AF, Hangul), (0xF900, 0xFAFF, Han), (0xFB13, 0xFB17, Armenian),
        (0xFB1D, 0xFB4F, Hebrew), (0xFB50, 0xFDFF, Arabic), (0xFE70, 0xFEFE, Arabic), (0xFF00, 0xFF60, Han), (0xFF66, 0xFF9D, Kana),
        (0x20000, 0x3FFFF, Han),
    ];

    public static IEnumerable<Script> All => Ranges.Select(range => range.Script).Distinct();

    /// <summary>Whether a text may hold letters of these scripts.</summary>
    public static bool AreIn(string text) => text.Any(letter => letter >= Ranges[0].First);

    /// <summary>null for Latin letters, signs and what is not known.</summary>
    public static Script? Of(int character) => character < Ranges[0].First ? null
        : Array.Find(Ranges, range => character >= range.First && character <= range.Last).Script;

    /// <summary>The name of a character's script as a German adjective; null for signs and unknown ones.</summary>
    /// <param name="character">As warnings name it, such as U+0627.</param>
    public static string? NameOf(string character)
    {
        var digits = character.AsSpan(character.IndexOf('+', StringComparison.Ordinal) + 1);
        return int.TryParse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number) ? Of(number)?.German : null;
    }
}
