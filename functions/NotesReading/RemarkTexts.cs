namespace ThaffFunctions.NotesReading;

/// <summary>Remarks whose wording is the same for every format.</summary>
static class RemarkTexts
{
    public static string UsableLink(string address) =>
        $"Der Link „{address}“ steht als Text ohne Verweis da. Möglich sind Adressen mit https://, http:// oder mailto: und Verweise "
        + "auf Überschriften.";

    /// <summary>For the first link whose text is its address.</summary>
    public static string BareAddress(string address) =>
        $"Der Link „{address}“ zeigt als Text nur seine Adresse. Vorgelesen sagt sie wenig; besser ist ein Text, der sagt, wohin er führt, "
        + "zum Beispiel „Anmeldung der Beratungsstelle“. Das gilt für alle solchen Links.";

    /// <summary>Whether the text of a link to a page is its address, with or without scheme, "www." and final slash.</summary>
    public static bool IsBareAddress(Uri target, string text) => target.Scheme is "https" or "http"
        && Stripped(text).Equals(Stripped(Uri.UnescapeDataString(target.OriginalString)), StringComparison.OrdinalIgnoreCase);

    static string Stripped(string address)
    {
        var text = Uri.UnescapeDataString(address.Trim());
        foreach (var start in new[] { "https://", "http://", "www." })
        {
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase)) text = text[start.Length..];
        }

        return text.TrimEnd('/');
    }

    public static string NoAlternativeText(string picture) =>
        $"Das Bild „{picture}“ hat keinen Alternativtext; veröffentlicht ist es vorläufig mit seinem Dateinamen.";

    public static string EmptyAlternativeText(string picture, string text) =>
        $"Der Alternativtext „{Cut.To(text, 80)}“ zum Bild „{picture}“ sagt nicht, was zu sehen ist; "
        + "veröffentlicht ist es vorläufig mit seinem Dateinamen.";

    public static string LanguageTag(string written) =>
        $"„{written}“ ist kein Kürzel einer Sprache. Erwartet wird zum Beispiel „de“, „en“, „fr“ oder „uk“.";

    public const string FootnoteInFootnote =
        "Eine Fußnote steht in einer Fußnote; ihr Text steht dort in Klammern, und wenn er schon anderswo steht, nur sein Anfang.";
}
