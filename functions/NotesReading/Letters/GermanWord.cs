using System.Buffers;

namespace ThaffFunctions.NotesReading.Letters;

/// <summary>Whether letters may be a German word.</summary>
static class GermanWord
{
    /// <summary>A long vowel or the end of a diphthong; "e" alone is none.</summary>
    static readonly SearchValues<char> BeforeSharpS = SearchValues.Create("aiouyäöü");

    /// <summary>
    /// Parts of common words with a letter that other languages do not have, none of which becomes a word of another language when the
    /// letter is misread.
    /// </summary>
    static readonly SearchValues<string> CommonParts = SearchValues.Create(
    [
        "ähnlich", "ämter", "änder", "ängst", "ärzt", "äußer", "abläuf", "arbeitskräft", "äusser", "erklär", "fachkräft", "fähig",
        "fähr", "fälle", "gebäude", "geschäft", "gemäss", "gespräch", "grundsätz", "hält", "hätte", "jähr", "kräft", "länd", "läng",
        "mässig", "männ", "nächst", "plätz", "präsent", "qualität", "räum", "schätz", "spät", "ständ", "stärk", "tätig", "täglich",
        "träg", "universität", "verlänger", "wähl", "währ", "wäre", "wärm", "zähl", "zusätz", "öffentlich", "öffn", "ökonom", "örtlich",
        "österreich", "behörd", "böden", "förder", "gehör", "größ", "gröss", "höch", "höh", "hören", "könn", "körper", "löhn", "lösch",
        "lösen", "lösung", "gelöst", "möch", "möglich", "nötig", "persönlich", "schön", "völlig", "wöch", "wört", "zwölf", "über",
        "üblich", "übrig", "übung", "begrüß", "büro", "bürger", "bünd", "dürf", "früh", "führ", "fünf", "für", "grün", "gründ",
        "gültig", "grüss", "hürd", "jüng", "künft", "lücke", "müss", "nütz", "prüf", "rück", "schlüss", "schüler", "stück", "stütz",
        "süd", "thüring", "türk", "verfüg", "wünsch", "würd", "außen", "außer", "beschließ", "bloß", "dreißig", "fließ", "fuß", "gemäß",
        "genieß", "groß", "gruß", "heiß", "maßnahm", "mäßig", "schließ", "spaß", "stoß", "straß", "süß", "weiß",
    ], StringComparison.OrdinalIgnoreCase);

    /// <summary>Capitals only at the start or everywhere, and ß only where German spelling has it: behind a long vowel.</summary>
    public static bool MayBe(string word)
    {
        if (word.Length < 2 || !word.All(char.IsLetter)) return false;

        var rest = word.Skip(1).ToList();
        if (!rest.All(char.IsLower) && !rest.All(letter => char.IsUpper(letter) || letter == 'ß')) return false;
        for (var at = 0; at < word.Length; at++)
        {
            if (word[at] == 'ß' && (at == 0 || !BeforeSharpS.Contains(char.ToLowerInvariant(word[at - 1])))) return false;
        }

        return true;
    }

    public static bool IsCommon(string word) => word.AsSpan().IndexOfAny(CommonParts) >= 0;
}
