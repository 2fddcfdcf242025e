using System.Globalization;
using DocumentFormat.OpenXml;

namespace ThaffFunctions.NotesReading.Word.Package;

/// <summary>
/// Access to elements by local name. A value that the standard does not allow counts as missing, since other programs write many.
/// </summary>
static class Xml
{
    /// <summary>The first child of that name.</summary>
    public static OpenXmlElement? Child(this OpenXmlElement? parent, string name)
    {
        if (parent is null) return null;

        foreach (var child in parent)
        {
            if (child.LocalName == name) return child;
        }

        return null;
    }

    /// <summary>The first descendant of that name.</summary>
    public static OpenXmlElement? Below(this OpenXmlElement? parent, string name) =>
        parent?.Descendants().FirstOrDefault(element => element.LocalName == name);

    /// <summary>An attribute, by default <c>val</c>.</summary>
    public static string? Value(this OpenXmlElement? element, string attribute = "val")
    {
        if (element is not { HasAttributes: true }) return null;

        foreach (var found in element.GetAttributes())
        {
            if (found.LocalName == attribute) return found.Value;
        }

        return null;
    }

    public static int? Number(this OpenXmlElement? element, string attribute = "val") =>
        int.TryParse(element.Value(attribute), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>An on/off property, which is on if the element has no value (ISO/IEC 29500-1, 17.17.4); null if it is not set.</summary>
    public static bool? Switch(this OpenXmlElement? properties, string name) =>
        properties.Child(name) is not { } found ? null : found.Value() switch
        {
            "0" or "false" or "off" => false,
            _ => true,
        };
}
