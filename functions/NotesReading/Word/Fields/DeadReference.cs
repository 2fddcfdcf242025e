using System.Text.RegularExpressions;

namespace ThaffFunctions.NotesReading.Word.Fields;

/// <summary>What Word shows in place of a reference whose target is gone, in German and English.</summary>
static partial class DeadReference
{
    public const string Hint = "Ein Querverweis führt ins Leere („Fehler! Verweisquelle konnte nicht gefunden werden“); dort steht "
        + "„[Verweis fehlt]“. In Word den Verweis neu einfügen oder löschen. Das gilt für alle solchen Stellen.";

    /// <summary>The same string if there is none.</summary>
    public static string Replaced(string text) =>
        text.Contains('!', StringComparison.Ordinal) ? Message().Replace(text, "[Verweis fehlt]") : text;

    [GeneratedRegex(@"(Fehler!\s+(Verweisquelle konnte nicht gefunden werden|Textmarke nicht definiert|Hyperlink-Referenz ungültig"
        + @"|Kein Text mit angegebener Formatvorlage im Dokument|Unbekannter Name für Dokument-Eigenschaft)"
        + @"|Error!\s+(Reference source not found|Bookmark not defined|Hyperlink reference not valid"
        + @"|No text of specified style in document|Unknown document property name))\.?", RegexOptions.NonBacktracking)]
    private static partial Regex Message();
}
