using System.Text;
using System.Text.RegularExpressions;

namespace ThaffFunctions.NotesReading.Languages;

/// <summary>
/// What language a script tells. Where several share it, letters that only one of them has decide; the most frequent one is assumed where
/// there are none.
/// </summary>
static partial class ScriptLanguages
{
    /// <summary>Languages written in Latin letters, as far as documents are likely to name them.</summary>
    static readonly HashSet<string> Latin = [.. ("af az bs ca cnr cs cy da de en eo es et eu fi fil fo fr fy ga gd gl hr hu id ig is it kk "
        + "ku la lb lt lv mg ms mt nb nds nl nn no oc pl pt rm ro rom sh sk sl so sq sr sv sw tk tr tt uz vi wo xh yo zu").Split(' ')];

    /// <summary>Paragraphs of ideographs only have at most this part of the letters of the others: one in four.</summary>
    const int MostHeadings = 4;

    static readonly Dictionary<string, string> German = new()
    {
        ["am"] = "Amharisch",
        ["ar"] = "Arabisch",
        ["be"] = "Belarussisch",
        ["bg"] = "Bulgarisch",
        ["bn"] = "Bengalisch",
        ["bo"] = "Tibetisch",
        ["ckb"] = "Kurdisch (Sorani)",
        ["el"] = "Griechisch",
        ["fa"] = "Persisch",
        ["gu"] = "Gujarati",
        ["he"] = "Hebräisch",
        ["hi"] = "Hindi",
        ["hy"] = "Armenisch",
        ["ja"] = "Japanisch",
        ["ka"] = "Georgisch",
        ["kk"] = "Kasachisch",
        ["km"] = "Khmer",
        ["kn"] = "Kannada",
        ["ko"] = "Koreanisch",
        ["lo"] = "Laotisch",
        ["mk"] = "Mazedonisch",
        ["ml"] = "Malayalam",
        ["mn"] = "Mongolisch",
        ["my"] = "Birmanisch",
        ["or"] = "Oriya",
        ["pa"] = "Panjabi",
        ["ps"] = "Paschtu",
        ["ru"] = "Russisch",
        ["si"] = "Singhalesisch",
        ["sr"] = "Serbisch",
        ["syr"] = "Aramäisch",
        ["ta"] = "Tamil",
        ["te"] = "Telugu",
        ["th"] = "Thailändisch",
        ["ti"] = "Tigrinya",
        ["uk"] = "Ukrainisch",
        ["ur"] = "Urdu",
        ["yi"] = "Jiddisch",
        ["zh"] = "Chinesisch",
    };

    /// <summary>The name of an assumed language, as a German noun.</summary>
    public static string NameOf(string language) => German[language];

    /// <summary>Whether a language may be written in a script; one that is not known may be in any.</summary>
    /// <param name="script">null for the Latin one.</param>
    /// <param name="tag">As a BCP 47 tag; a script that it names decides.</param>
    /// <param name="text">The text in it, whose letters may tell against it.</param>
    public static bool Fits(Script? script, string tag, string text = "")
    {
        var parts = tag.Split('-');
        if (Array.Find(parts, part => part.Length == 4 && char.IsAsciiLetter(part[0])) is { } named)
            return named.Equals("Latn", StringComparison.OrdinalIgnoreCase) == script is null;

        var language = parts[0].ToLowerInvariant();
        if (language is "ja" or "ko" && script == Scripts.Han && SimplifiedChinese().IsMatch(text)) return false;
        if (script is null ? Latin.Contains(language) : script.Languages.Contains(language)) return true;
        return !Latin.Contains(language) && !Scripts.All.Any(other => other.Languages.Contains(language));
    }

    /// <summary>The language that a text in a script is taken for.</summary>
    /// <param name="script">The script.</param>
    /// <param name="text">The text.</param>
    /// <param name="near">The text around it, such as its paragraph.</param>
    /// <returns>null if no letter of either decides; <see cref="InAll"/> does then.</returns>
    public static string? Of(Script script, string text, string near) => Typical(script, text) ?? Typical(script, near);

    /// <summary>The language of the texts in a script where their own letters do not tell it.</summary>
    /// <param name="script">The script.</param>
    /// <param name="all">The document's paragraphs, each a line.</param>
    public static string InAll(Script script, string all) =>
        (script == Scripts.Han ? WithIdeographs(all) : Typical(script, all)) ?? script.Languages[0];

    /// <summary>
    /// Japanese and Korean have ideographs beside letters of their own, in nearly all paragraphs but headings. Such letters elsewhere in
    /// the document alone tell nothing: it may hold Chinese too.
    /// </summary>
    static string? WithIdeographs(string all)
    {
        var letters = all.Split('\n').ToLookup(line => Typical(Scripts.Han, line) ?? "zh", line => line.EnumerateRunes().Count(IsEastAsian));
        var most = letters.MaxBy(language => language.Sum())!;
        return most.Sum() > MostHeadings * letters["zh"].Sum() ? most.Key : null;
    }

    static bool IsEastAsian(Rune letter) => Scripts.Of(letter.Value) is { } script && script.Languages.Any(Scripts.Han.Languages.Contains);

    static string? Typical(Script script, string text) =>
        Array.Find(TypicalLetters, typical => script.Languages.Contains(typical.Language) && typical.Letters.IsMatch(text)).Language;

    /// <summary>
    /// In this order: a letter stands at the first language that has it and at none below. Ukrainian shares its i with Belarusian, Persian
    /// its letters with those before it. A sentence with Japanese or Korean letters is not Chinese. Bulgarian alone writes its hard sign as
    /// a vowel, before a consonant.
    /// </summary>
    static readonly (string Language, Regex Letters)[] TypicalLetters =
    [
        ("be", Belarusian()), ("kk", Kazakh()), ("uk", Ukrainian()), ("mk", Macedonian()), ("sr", Serbian()), ("mn", MongolianCyrillic()),
        ("ru", Russian()), ("bg", Bulgarian()),
        ("ur", Urdu()), ("ps", Pashto()), ("ckb", Sorani()), ("fa", Persian()), ("yi", Yiddish()), ("ti", Tigrinya()), ("ja", Japanese()),
        ("ko", Korean()), ("zh", SimplifiedChinese()),
    ];

    [GeneratedRegex("[ўЎ]")]
    private static partial Regex Belarusian();

    [GeneratedRegex("[әғқңұһӘҒҚҢҰҺ]")]
    private static partial Regex Kazakh();

    [GeneratedRegex("[їєґіЇЄҐІ]")]
    private static partial Regex Ukrainian();

    [GeneratedRegex("[ѓќѕЃЌЅ]")]
    private static partial Regex Macedonian();

    [GeneratedRegex("[ђћљњџјЂЋЉЊЏЈ]")]
    private static partial Regex Serbian();

    [GeneratedRegex("[өүӨҮ]")]
    private static partial Regex MongolianCyrillic();

    [GeneratedRegex("[ыэёЫЭЁ]")]
    private static partial Regex Russian();

    [GeneratedRegex("[ъЪ][бвгджзклмнпрстфхцчшщБВГДЖЗКЛМНПРСТФХЦЧШЩ]")]
    private static partial Regex Bulgarian();

    [GeneratedRegex("[ٹڈڑےں]")]
    private static partial Regex Urdu();

    [GeneratedRegex("[ټډړښږڼ]")]
    private static partial Regex Pashto();

    [GeneratedRegex("[ێۆڕڵ]")]
    private static partial Regex Sorani();

    [GeneratedRegex("[پچژگکی]")]
    private static partial Regex Persian();

    [GeneratedRegex("[װױײ]")]
    private static partial Regex Yiddish();

    [GeneratedRegex("[ቐ-ቝኣ]")]
    private static partial Regex Tigrinya();

    [GeneratedRegex("[\u3040-\u30FF]")]
    private static partial Regex Japanese();

    [GeneratedRegex("[\uAC00-\uD7AF]")]
    private static partial Regex Korean();

    /// <summary>
    /// Ideographs with the simplified forms of silk, see, speech, shell, cart, metal, gate, page, wind, food, horse, fish and bird, and the
    /// most frequent others; Japanese has none of them.
    /// </summary>
    [GeneratedRegex("[\u7E9F-\u7F35\u89C1-\u89D1\u8BA0-\u8C36\u8D1D-\u8D63\u8F66-\u8F9A\u9485-\u9576\u95E8-\u961B\u9875-\u98A7"
        + "\u98CE-\u98DA\u9963-\u9995\u9A6C-\u9AA7\u9C7C-\u9CE3\u9E1F-\u9E74们这为对开发动还进东书买卖长业欢汉难时过现习]")]
    private static partial Regex SimplifiedChinese();
}
