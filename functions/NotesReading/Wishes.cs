namespace ThaffFunctions.NotesReading;

/// <summary>Remarks whose wording is the same for every format.</summary>
static class Wishes
{
    public static string UsableLink(string address) =>
        $"Der Link „{address}“ steht als Text ohne Verweis da. Möglich sind Adressen mit https://, http:// oder mailto: und Verweise "
        + "auf Überschriften.";

    public static string NoAlternativeText(string picture) =>
        $"Das Bild „{picture}“ hat keinen Alternativtext; veröffentlicht ist es vorläufig mit seinem Dateinamen.";

    /// <summary>The alternative text of a figure until somebody describes it.</summary>
    public static string ProvisionalText(string picture) => $"Bild „{picture}“ (vorläufiger Text, eine Beschreibung fehlt noch)";

    public const string FootnoteInFootnote =
        "Eine Fußnote steht in einer Fußnote; ihr Text steht dort in Klammern, und wenn er schon anderswo steht, nur sein Anfang.";
}
