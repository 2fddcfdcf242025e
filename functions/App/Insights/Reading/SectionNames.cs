using System.Text.RegularExpressions;
using ThaffFunctions.Shared.Text;

namespace ThaffFunctions.Insights.Reading;

/// <summary>
/// The section names of the register: the headings in notes whose content becomes findings (Erkenntnisse), results (Ergebnisse), open
/// questions (Offene Fragen) or concerns (Anliegen), with the variants that people write.
/// </summary>
static partial class SectionNames
{
    const int MaxWords = 12;

    /// <summary>Beginnings of words that may come before the name, such as articles and adjectives.</summary>
    static readonly string[] Before =
    [
        "die", "das", "unser", "wichtig", "zentral", "wesentlich", "gemeinsam", "weiter", "neu", "erst", "gewonnen", "noch", "konkret",
        "alle", "einige",
        "gesammelt", "aufgeworfen", "aufgekommen", "genannt", "vorgetragen", "geaussert", "formuliert", "festgehalten", "offen",
        "ungeklart",
        "unbeantwortet", "ungelost", "zu", "klarend", "weiterfuhrend", "verbleibend", "verblieben", "kunftig", "geblieben",
        "ihr", "wunsch", "hinweis", "und", "zusammenfassung", "der", "top", "abschnitt", "kapitel", "teil",
    ];

    /// <summary>
    /// Beginnings of words that may follow "Ergebnisse": who reached them and when. Results of something else, such as a survey, are part
    /// of the report and not a result of the exchange.
    /// </summary>
    static readonly string[] AfterResults =
    [
        "der", "die", "das", "des", "dem", "den", "aus", "an", "fur", "zur", "zum", "im", "in", "am", "auf", "einen", "von", "vom", "und",
        "sowie", "unser",
        "diskussion", "runde", "gruppe", "arbeitsgruppe", "austausch", "praxisaustausch", "treffen", "termin", "tag", "veranstaltung",
        "sitzung",
        "gesprach", "workshop", "vereinbarung", "erkenntnis", "empfehlung", "verabredung", "uberblick", "blick", "kurze", "zusammenfassung",
        "ausblick", "heute", "nachst", "schritt",
    ];

    /// <summary>The kind of section that a heading begins; null for any other heading.</summary>
    public static InsightKind? KindOf(string heading)
    {
        string[] words = [.. FoldedText.Words(heading).Where(word => !IsNumbering(word))];
        if (words.Length > MaxWords) return null;

        var at = Array.FindIndex(words, word => NamedBy(word) is not null || IsQuestion(word));
        if (at < 0 || !words[..at].All(word => BeginsLike(word, Before))) return null;

        return NamedBy(words[at]) switch
        {
            null => words.Any(IsOpen) || IsWithConcerns(words[(at + 1)..]) ? InsightKind.OpenQuestion : null,
            InsightKind.Result when !words[(at + 1)..].All(word => BeginsLike(word, AfterResults)) => null,
            var kind => kind,
        };
    }

    /// <summary>What a heading of the register would be called that is called otherwise; null for any other heading.</summary>
    public static string? ExpectedFor(string heading)
    {
        string[] words = [.. FoldedText.Words(heading).Where(word => !IsNumbering(word))];
        if (words.Length is 0 or > MaxWords || KindOf(heading) is not null || !words[..^1].All(word => BeginsLike(word, Before)))
            return null;

        return words[^1] switch
        {
            "frage" or "fragen" or "fragestellungen" or "klarungsbedarf" => "Offene Fragen",
            "wunsche" or "forderungen" or "bitten" or "bedarfe" => "Anliegen",
            "resultate" or "vereinbarungen" or "verabredungen" or "beschlusse" => "Ergebnisse",
            "fazit" or "einsichten" or "lernpunkte" or "learnings" or "takeaways" => "Erkenntnisse",
            _ => null,
        };
    }

    static InsightKind? NamedBy(string word) => word switch
    {
        _ when Finding().IsMatch(word) => InsightKind.Finding,
        _ when Result().IsMatch(word) => InsightKind.Result,
        _ when Concern().IsMatch(word) => InsightKind.Concern,
        _ => null,
    };

    static bool IsQuestion(string word) => word is "frage" or "fragen" or "punkte" or "fragestellungen";

    /// <summary>"Fragen und Anliegen" counts as open questions without the word "offen", because concerns are always open.</summary>
    static bool IsWithConcerns(string[] after) => after is ["und" or "sowie", var next, ..] && Concern().IsMatch(next);

    static bool IsOpen(string word) =>
        BeginsLike(word, ["offen", "ungeklart", "ungelost", "klarend", "unbeantwortet", "weiterfuhrend", "verbleibend", "verblieben",
            "kunftig", "zukunft"]);

    /// <summary>Numbers such as 3, 3a or IV, because people often number headings by hand.</summary>
    static bool IsNumbering(string word) => Numbering().IsMatch(word);

    static bool BeginsLike(string word, string[] beginnings) =>
        beginnings.Any(beginning => word.StartsWith(beginning, StringComparison.Ordinal));

    [GeneratedRegex("^(haupt|kern|praxis|schlussel)?erkenntnis(se|sen)?$")]
    private static partial Regex Finding();

    [GeneratedRegex("^(haupt|kern|gesamt|zwischen|arbeits|diskussions|gruppen)?ergebnis(se|sen)?$")]
    private static partial Regex Result();

    [GeneratedRegex("^(haupt|kern)?anliegen$")]
    private static partial Regex Concern();

    [GeneratedRegex("^([0-9]+[a-z]?|[a-z]|[ivx]+)$")]
    private static partial Regex Numbering();
}
