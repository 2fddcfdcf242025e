using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using WrittenText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace ThaffFunctions.NotesReading.Word.Package;

/// <summary>The document with all tracked changes accepted, and without the elements that only wrap or mark others.</summary>
static class AcceptedView
{
    /// <summary>
    /// Namespaces of drawings that can be read. For others the fallback in an older format is taken (ISO/IEC 29500-3, 9.3).
    /// </summary>
    static readonly HashSet<string> Understood = ["wps", "wpg", "wpc", "wp14", "w14", "w15", "a14", "pic14", "c", "w16cid"];

    /// <summary>The visible children.</summary>
    public static IEnumerable<OpenXmlElement> Seen(this OpenXmlElement parent) => parent.SelectMany(SeenInPlace);

    /// <summary>Whether the properties of a paragraph mark or row say that it was deleted or moved elsewhere.</summary>
    public static bool IsDeleted(OpenXmlElement? properties) =>
        properties.Child("del") is not null || properties.Child("moveFrom") is not null;

    /// <summary>What is visible in place of an element: itself, what it wraps, or nothing.</summary>
    public static IEnumerable<OpenXmlElement> SeenInPlace(this OpenXmlElement element) => element.LocalName switch
    {
        "ins" or "moveTo" or "customXml" or "smartTag" or "dir" or "bdo" => element.Seen(),
        "del" or "moveFrom" => [],
        _ when IsContents(element) => [],
        "sdt" when IsPlaceholder(element) => element.Child("sdtContent")?.Where(child => child.LocalName == "tc") ?? [],
        "sdt" when CheckBoxIn(element) is { } box => [box],
        "sdt" => element.Child("sdtContent")?.Seen() ?? [],
        "AlternateContent" => (Chosen(element) ?? element.Child("Fallback"))?.Seen() ?? [],
        _ => [element],
    };

    /// <summary>The box within a line, as a sign that says whether it is ticked, whatever signs its author chose for both.</summary>
    static Run? CheckBoxIn(OpenXmlElement control) =>
        control.Child("sdtPr").Child("checkbox") is { } box && control.Child("sdtContent").Child("r") is not null
            ? new(new WrittenText(box.Switch("checked") == true ? "☒" : "☐")) : null;

    static OpenXmlElement? Chosen(OpenXmlElement alternatives) => alternatives.FirstOrDefault(choice =>
        choice.LocalName == "Choice"
            && (choice.Value("Requires") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).All(Understood.Contains));

    /// <summary>Whether a cell is a content control that was never filled in. It stays, for those after it to keep their columns.</summary>
    public static bool IsPlaceholderCell(OpenXmlElement cell) =>
        cell.Parent?.Parent is { LocalName: "sdt" } control && IsPlaceholder(control);

    /// <summary>A content control that was never filled in ("Click here to enter text").</summary>
    public static bool IsPlaceholder(OpenXmlElement control) => control.Child("sdtPr").Switch("showingPlcHdr") == true;

    /// <summary>A table of contents. The document gets its own, so that it is left out.</summary>
    public static bool IsContents(OpenXmlElement control) => control.LocalName == "sdt"
        && control.Child("sdtPr").Child("docPartObj").Child("docPartGallery").Value() is "Table of Contents";
}
