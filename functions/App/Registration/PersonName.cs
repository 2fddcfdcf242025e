using System.Text;
using System.Text.RegularExpressions;

namespace ThaffFunctions.Registration;

/// <summary>
/// Whether a text looks like somebody's name, and not like a telephone number, an address or a link in disguise. Strict on purpose: what is
/// taken for none is stored all the same, and only left out of mails to addresses that nobody has proven.
/// </summary>
static partial class PersonName
{
    const int MaxLetters = 60;
    const int MaxWords = 4;
    const int MaxNumberWords = 2;

    /// <summary>What a full stop may follow, besides a single letter.</summary>
    static readonly HashSet<string> Titles = new(StringComparer.OrdinalIgnoreCase)
    {
        "dr", "prof", "dipl", "ing", "mag", "med", "dent", "vet", "rer", "nat", "phil", "jur", "iur", "pol", "oec", "agr", "theol", "päd",
        "paed", "psych", "habil", "hc", "univ", "lic", "jr", "sr", "jun", "sen", "st", "fr", "hr",
    };

    /// <summary>Do not count as words of their own.</summary>
    static readonly HashSet<string> Particles = new(StringComparer.OrdinalIgnoreCase)
    {
        "von", "van", "vom", "zu", "zum", "zur", "der", "den", "dem", "des", "de", "del", "della", "di", "da", "dos", "das", "du", "la",
        "le", "ter", "ten", "al", "el", "bin", "ibn", "und", "y", "e",
    };

    /// <summary>How addresses of mail and web are spelt out.</summary>
    static readonly HashSet<string> SpeltOut = new(StringComparer.OrdinalIgnoreCase)
    {
        "dot", "punkt", "point", "at", "ät", "klammeraffe", "slash", "www", "http", "https", "com", "net", "org", "info", "biz", "xyz",
        "dotcom", "html", "php", "tel", "telefon", "whatsapp", "telegram",
    };

    static readonly HashSet<string> NumberWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zero", "one", "two", "three", "four", "five",
        "six", "seven", "eight", "nine",
    };

    public static bool IsLikely(string text)
    {
        var name = text.Normalize(NormalizationForm.FormKC);
        if (name.Length > MaxLetters || !Shape().IsMatch(name) || MixedScripts().IsMatch(name)) return false;

        var words = name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        if (!words.Where(word => word.EndsWith('.')).Select(word => word[..^1]).All(word => word.Length == 1 || Titles.Contains(word)))
            return false;

        var bare = words.Select(word => word.TrimEnd('.')).ToList();
        return !bare.Exists(SpeltOut.Contains)
            && bare.Count(NumberWords.Contains) <= MaxNumberWords
            && name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.TrimEnd('.'))
                .Count(word => !Titles.Contains(word) && !Particles.Contains(word)) <= MaxWords;
    }

    /// <summary>
    /// Words of letters and their marks, perhaps with apostrophes, or ended by a full stop; between them a space or a hyphen.
    /// </summary>
    [GeneratedRegex(@"^[\p{L}\p{M}]+(?:['’ʼ`´][\p{L}\p{M}]+)*\.?(?:(?: +| ?- ?)[\p{L}\p{M}]+(?:['’ʼ`´][\p{L}\p{M}]+)*\.?)*\z")]
    private static partial Regex Shape();

    /// <summary>Letters that look alike, of two scripts in one word.</summary>
    [GeneratedRegex(@"[A-Za-z\u00C0-\u024F][\p{L}\p{M}'’]*[\p{IsCyrillic}\p{IsGreek}]|[\p{IsCyrillic}\p{IsGreek}][\p{L}\p{M}'’]*[A-Za-z\u00C0-\u024F]")]
    private static partial Regex MixedScripts();
}
