namespace ThaffFunctions.Documentation.Notes;

/// <summary>What is said in the same words whatever format the notes have.</summary>
static class Wishes
{
    public static string UsableLink(string address) =>
        $"Der Link „{address}“ steht als Text ohne Verweis da. Möglich sind Adressen mit https://, http:// oder mailto: und Verweise auf Überschriften.";

    public static string NoAlternativeText(string picture) =>
        $"Das Bild „{picture}“ hat keinen Alternativtext; veröffentlicht ist es vorläufig mit seinem Dateinamen.";

    /// <summary>What the figure says until somebody describes it.</summary>
    public static string ProvisionalText(string picture) => $"Bild „{picture}“ (vorläufiger Text, eine Beschreibung fehlt noch)";

    public const string NoteInNote = "Eine Fußnote steht in einer Fußnote; ihr Text steht dort in Klammern, und wenn er schon anderswo steht, nur sein Anfang.";
}
