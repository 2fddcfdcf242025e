namespace AccessiblePdf.Model;

/// <summary>The visible texts of links.</summary>
public static class LinkText
{
    static readonly HashSet<string> Empty = new(StringComparer.OrdinalIgnoreCase)
    {
        "hier", "hier klicken", "klicken sie hier", "klick hier", "link", "zum link", "dieser link", "mehr", "mehr erfahren", "mehr lesen",
        "weiterlesen", "weiter", "weitere informationen", "mehr informationen", "details", "siehe hier", "download", "herunterladen", "pdf",
        "seite", "webseite", "website", "here", "click here", "this link", "more", "read more", "learn more", "more information",
    };

    /// <summary>
    /// Whether a text, read alone in a list of all links, does not say where the link leads: "hier", a number, an arrow (WCAG 2.4.9).
    /// </summary>
    public static bool SaysNothing(string text)
    {
        var words = text.Trim().Trim('.', '…', ':', '!', '»', '>', '→', '▶', '(', ')', '[', ']', ' ');
        return !words.Any(char.IsLetter) || Empty.Contains(words);
    }
}
