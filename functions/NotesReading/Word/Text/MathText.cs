using DocumentFormat.OpenXml;
using ThaffFunctions.NotesReading.Word.Package;

namespace ThaffFunctions.NotesReading.Word.Text;

/// <summary>A formula as linear text: fractions with /, powers with ^, roots with √.</summary>
static class MathText
{
    public static string Of(OpenXmlElement? element) => element is null ? "" : element.LocalName switch
    {
        "t" => element.InnerText,
        "f" => $"{Grouped(element.Child("num"))}/{Grouped(element.Child("den"))}",
        "sSup" => $"{Of(element.Child("e"))}^{Grouped(element.Child("sup"))}",
        "sSub" => $"{Of(element.Child("e"))}_{Grouped(element.Child("sub"))}",
        "sSubSup" => $"{Of(element.Child("e"))}_{Grouped(element.Child("sub"))}^{Grouped(element.Child("sup"))}",
        "rad" => $"{Of(element.Child("deg"))}√{Grouped(element.Child("e"))}",
        "d" => $"{element.Child("dPr").Child("begChr").Value() ?? "("}{string.Join(", ", element.Where(part => part.LocalName == "e").Select(Of))}{element.Child("dPr").Child("endChr").Value() ?? ")"}",
        "nary" => $"{element.Child("naryPr").Child("chr").Value() ?? "∫"}_{Grouped(element.Child("sub"))}^{Grouped(element.Child("sup"))} {Of(element.Child("e"))}",
        "mr" => $"[{string.Join(", ", element.Where(part => part.LocalName == "e").Select(Of))}]",
        _ when element.LocalName.EndsWith("Pr", StringComparison.Ordinal) => "",
        _ => string.Concat(element.Seen().Select(Of)),
    };

    static string Grouped(OpenXmlElement? element) =>
        Of(element) is { Length: > 1 } text && !text.All(char.IsDigit) ? $"({text})" : Of(element);
}
