using System.Text.RegularExpressions;

namespace ThaffFunctions.NotesReading.Word.Fields;

/// <summary>What Word shows in place of a reference whose target is gone, in German and English.</summary>
static partial class DeadReference
{
    public const string Hint = "Ein Querverweis führt ins Leere („Fehler! Verweisquelle konnte nicht gefunden werden“); dort steht "
        + "nur, dass der Verweis fehlt. In Word den Verweis neu einfügen oder löschen. Das gilt für alle solchen Stellen.";

    /// <summary>The text before, between and after such messages; only the text itself if there is none.</summary>
    public static string[] TextsAround(string text) => text.Contains('!', StringComparison.Ordinal) ? Message().Split(text) : [text];

    /// <summary>Whether such a message begins in one text and ends in the next.</summary>
    public static bool IsParted(string text, string next) => text.Contains('!', StringComparison.Ordinal)
        && Message().Matches(text + next).Any(message => message.Index < text.Length && message.Index + message.Length > text.Length);

    [GeneratedRegex(@"(?:Fehler!\s+(?:Verweisquelle konnte nicht gefunden werden|Textmarke nicht definiert|Hyperlink-Referenz ungültig"
        + @"|Kein Text mit angegebener Formatvorlage im Dokument|Unbekannter Name für Dokument-Eigenschaft)"
        + @"|Error!\s+(?:Reference source not found|Bookmark not defined|Hyperlink reference not valid"
        + @"|No text of specified style in document|Unknown document property name))\.?", RegexOptions.NonBacktracking)]
    private static partial Regex Message();
}
