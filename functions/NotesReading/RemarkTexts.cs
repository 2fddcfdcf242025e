namespace ThaffFunctions.NotesReading;

/// <summary>Remarks whose wording is the same for every format.</summary>
static class RemarkTexts
{
    /// <summary>For the first link of its kind.</summary>
    public static string UsableLink(string address) =>
        $"Der Link „{address}“ steht als Text ohne Verweis da. Möglich sind Adressen mit https://, http:// oder mailto: und Verweise "
        + "auf Überschriften. Das gilt für alle solchen Links.";

    /// <summary>What an address that no link may have leads to, as far as it can be told: a kind of address, a heading, a file.</summary>
    public static string KindOfLink(string address) =>
        nameof(UsableLink) + (address.StartsWith('#') ? "#" : Uri.TryCreate(address, UriKind.Absolute, out var target) ? target.Scheme : "");

    /// <summary>For the first reference whose text is the name of its target.</summary>
    public static string BareName(string name) =>
        $"Der Verweis „{name}“ zeigt als Text nur den Namen seines Ziels. Vorgelesen sagt er wenig; besser ist, was dort steht, zum "
        + "Beispiel die Überschrift. Das gilt für alle solchen Verweise.";

    /// <summary>Whether the text of a reference is the name that a program gave its target ("_Ref123", "#so-geht-es").</summary>
    public static bool IsBareName(string text, params IEnumerable<string?> names) => text.Trim() is var said
        && (said.StartsWith('#') || said.AsSpan().ContainsAny('_', '-') && !said.Any(char.IsWhiteSpace))
        && names.Any(name => said.TrimStart('#').Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>For the first link whose text is its address.</summary>
    public static string BareAddress(string address) =>
        $"Der Link „{address}“ zeigt als Text nur seine Adresse. Vorgelesen sagt sie wenig; besser ist ein Text, der sagt, wohin er führt, "
        + "zum Beispiel „Anmeldung der Beratungsstelle“. Das gilt für alle solchen Links.";

    /// <summary>For the first link whose text says nothing; see <see cref="AccessiblePdf.Model.LinkText"/>.</summary>
    public static string EmptyLinkText(string text) =>
        $"Der Text „{text.Trim()}“ sagt nicht, wohin sein Link führt. In einer Liste aller Links steht er allein; besser ist ein Text wie "
        + "„Merkblatt zur Anerkennung“. Das gilt für alle solchen Links.";

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

    public const string EmptyTable = "Eine Tabelle, in die niemand etwas eingetragen hat, wurde weggelassen.";

    public static string NoAlternativeText(string picture) =>
        $"Das Bild „{picture}“ hat keinen Alternativtext; vorläufig steht dafür sein Dateiname.";

    public static string EmptyAlternativeText(string picture, string text) =>
        $"Der Alternativtext „{Cut.To(text, 80)}“ zum Bild „{picture}“ sagt nicht, was zu sehen ist; "
        + "vorläufig steht dafür sein Dateiname.";

    public static string LanguageTag(string written) =>
        $"„{written}“ ist kein Kürzel einer Sprache. Erwartet wird zum Beispiel „de“, „en“, „fr“ oder „uk“.";

    public const string FootnoteInFootnote =
        "Eine Fußnote steht in einer Fußnote; ihr Text steht dort in Klammern, und wenn er schon anderswo steht, nur sein Anfang.";
}
