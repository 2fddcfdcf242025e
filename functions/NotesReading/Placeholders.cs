using System.Text.RegularExpressions;

namespace ThaffFunctions.NotesReading;

/// <summary>
/// Places of a form letter or a template that nobody filled in: <c>«Vorname»</c>, <c>{Ort}</c>, <c>{{datum}}</c>,
/// <c>&lt;&lt;Firma&gt;&gt;</c>.
/// </summary>
static partial class Placeholders
{
    /// <summary>A word in quotation marks may be a quotation, so that only these and names with an underscore count in them.</summary>
    static readonly HashSet<string> UsualNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "name", "vorname", "nachname", "familienname", "anrede", "briefanrede", "titel", "firma", "betrieb", "organisation", "abteilung",
        "funktion", "straße", "strasse", "hausnummer", "plz", "postleitzahl", "ort", "land", "adresse", "anschrift", "adressblock",
        "telefon", "email", "datum", "uhrzeit", "grußzeile", "addressblock", "greetingline",
    };

    /// <param name="text">Of a paragraph, without code.</param>
    /// <param name="fields">The names of a form letter's fields.</param>
    /// <returns>The first one as it is written; null if there is none.</returns>
    public static string? FirstIn(string text, params IEnumerable<string> fields) => text.AsSpan().ContainsAny("«{<")
        ? Placeholder().Matches(text).FirstOrDefault(found => !IsArgument(text, found.Index)
            && (!found.Groups["quoted"].Success || IsField(found.Groups["quoted"].Value, fields)))?.Value : null;

    public static string Told(string placeholder) =>
        $"„{placeholder}“ sieht aus wie ein Platzhalter, den niemand ausgefüllt hat, und wird so vorgelesen. Bitte ersetzen oder löschen. "
        + "Das gilt für alle solchen Stellen.";

    /// <summary>In braces directly after a word: of a command ("\begin{matrix}"), or a word that a bibliography protects.</summary>
    static bool IsArgument(string text, int at) => text[at] == '{' && at > 0 && char.IsLetterOrDigit(text[at - 1]);

    static bool IsField(string name, IEnumerable<string> fields) =>
        name.Contains('_', StringComparison.Ordinal) || UsualNames.Contains(name)
        || fields.Contains(name, StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"«\s*(?<quoted>\p{L}[\p{L}\p{N}_]*)\s*»|\{\{\s*\p{L}[\p{L}\p{N}_ .-]{1,40}\}\}"
        + @"|<<\s*\p{L}[\p{L}\p{N}_]{1,40}( [\p{L}\p{N}_]+){0,2}\s*>>|\{\p{L}[\p{L}_]{2,40}\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();
}
