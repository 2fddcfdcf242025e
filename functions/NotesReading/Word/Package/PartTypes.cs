using System.IO.Compression;
using System.Xml.Linq;

namespace ThaffFunctions.NotesReading.Word.Package;

/// <summary>The content types of a package's parts (ISO/IEC 29500-2, 7.2.3).</summary>
sealed class PartTypes
{
    static readonly XNamespace Namespace = "http://schemas.openxmlformats.org/package/2006/content-types";

    readonly Dictionary<string, string> byName = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, string> byExtension = new(StringComparer.OrdinalIgnoreCase);

    PartTypes(XDocument document)
    {
        Document = document;
        foreach (var type in document.Root!.Elements(Namespace + "Override"))
            byName.TryAdd(Uri.UnescapeDataString((string?)type.Attribute("PartName") ?? ""), TypeIn(type));
        foreach (var type in document.Root.Elements(Namespace + "Default"))
            byExtension.TryAdd((string?)type.Attribute("Extension") ?? "", TypeIn(type));
    }

    public XDocument Document { get; }

    public static PartTypes Load(ZipArchiveEntry part)
    {
        using var stream = part.Open();
        return new(WordPackage.Load(stream));
    }

    /// <summary>null if the package says none.</summary>
    public string? Of(string part) => byName.GetValueOrDefault("/" + Uri.UnescapeDataString(part))
        ?? byExtension.GetValueOrDefault(Path.GetExtension(part).TrimStart('.'));

    public void Add(string part, string type)
    {
        byName["/" + Uri.UnescapeDataString(part)] = type;
        Document.Root!.Add(
            new XElement(Namespace + "Override", new XAttribute("PartName", "/" + part), new XAttribute("ContentType", type)));
    }

    static string TypeIn(XElement element) => ((string?)element.Attribute("ContentType") ?? "").Trim();
}
