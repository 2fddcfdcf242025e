using System.Globalization;
using DocumentFormat.OpenXml;

namespace ThaffFunctions.Documentation.Notes.Word;

/// <summary>Looks into elements by their names. A value that is not what the standard says counts as not there: other programs write a lot.</summary>
static class Xml
{
    public static OpenXmlElement? Child(this OpenXmlElement? parent, string name)
    {
        if (parent is null) return null;

        foreach (var child in parent)
        {
            if (child.LocalName == name) return child;
        }

        return null;
    }

    /// <summary>The first one below, at whatever depth.</summary>
    public static OpenXmlElement? Below(this OpenXmlElement? parent, string name) => parent?.Descendants().FirstOrDefault(element => element.LocalName == name);

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

    /// <summary>A property that is switched on by being there (ISO/IEC 29500-1, 17.17.4); null: not said.</summary>
    public static bool? Switch(this OpenXmlElement? properties, string name) => properties.Child(name) is not { } found ? null : found.Value() switch
    {
        "0" or "false" or "off" => false,
        _ => true,
    };
}
