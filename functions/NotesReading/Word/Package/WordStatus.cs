using DocumentFormat.OpenXml.Packaging;

namespace ThaffFunctions.NotesReading.Word.Package;

/// <summary>
/// The status of a Word file: a custom property named "Status", or the status field that Word shows under "Informationen".
/// </summary>
static class WordStatus
{
    /// <summary>Whether it is a draft; null if the file does not say.</summary>
    public static bool? IsDraft(WordprocessingDocument document, Remarks remarks)
    {
        var custom = document.CustomFilePropertiesPart?.Properties?.FirstOrDefault(property =>
            string.Equals(property.Value("name"), "status", StringComparison.OrdinalIgnoreCase));
        var status = (custom?.InnerText ?? ContentStatusOf(document) ?? "").Trim();
        if (status.Length == 0) return null;
        if (NotesMetadata.IsDraftBy(status) is { } isDraft) return isDraft;

        remarks.Refuse(null, "status", $"„{status}“ ist nicht bekannt. Erwartet wird in Word unter „Datei“, „Informationen“, "
            + "„Eigenschaften“ der Status „Entwurf“ (bleibt unveröffentlicht) oder „fertig“, oder keiner.");
        return null;
    }

    /// <summary>The SDK would refuse all properties if one of them is invalid, such as an empty date.</summary>
    static string? ContentStatusOf(WordprocessingDocument document)
    {
        if (document.CoreFilePropertiesPart is not { } part) return null;

        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        return WordPackage.Load(stream).Root?.Elements().FirstOrDefault(property => property.Name.LocalName == "contentStatus")?.Value;
    }
}
