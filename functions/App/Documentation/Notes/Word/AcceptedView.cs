using DocumentFormat.OpenXml;

namespace ThaffFunctions.Documentation.Notes.Word;

/// <summary>A document as its reader sees it once all changes are accepted, without the wrappers that only mark something.</summary>
static class AcceptedView
{
    /// <summary>Drawings that are read in their present form; others have an older one beside them (ISO/IEC 29500-3, 9.3).</summary>
    static readonly HashSet<string> Understood = ["wps", "wpg", "wpc", "wp14", "w14", "w15", "a14", "pic14", "c", "w16se", "w16cid"];

    public static IEnumerable<OpenXmlElement> Seen(this OpenXmlElement parent) => parent.SelectMany(SeenOf);

    /// <summary>Whether a paragraph's or row's own properties say that it was deleted, or moved elsewhere.</summary>
    public static bool IsDeleted(OpenXmlElement? properties) => properties.Child("del") is not null || properties.Child("moveFrom") is not null;

    static IEnumerable<OpenXmlElement> SeenOf(OpenXmlElement element) => element.LocalName switch
    {
        "ins" or "moveTo" or "customXml" or "smartTag" or "dir" or "bdo" => element.Seen(),
        "del" or "moveFrom" => [],
        "sdt" => IsPlaceholder(element) || IsContents(element) ? [] : element.Child("sdtContent")?.Seen() ?? [],
        "AlternateContent" => (Chosen(element) ?? element.Child("Fallback"))?.Seen() ?? [],
        _ => [element],
    };

    static OpenXmlElement? Chosen(OpenXmlElement alternatives) => alternatives.FirstOrDefault(choice =>
        choice.LocalName == "Choice" && (choice.Value("Requires") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).All(Understood.Contains));

    /// <summary>"Click here to enter text", which nobody did.</summary>
    public static bool IsPlaceholder(OpenXmlElement control) => control.Child("sdtPr").Switch("showingPlcHdr") == true;

    /// <summary>The document gets contents of its own.</summary>
    public static bool IsContents(OpenXmlElement control) =>
        control.Child("sdtPr").Child("docPartObj").Child("docPartGallery").Value() is "Table of Contents";
}
