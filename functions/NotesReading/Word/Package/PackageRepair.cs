using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using ThaffFunctions.NotesReading.Word.Text;

namespace ThaffFunctions.NotesReading.Word.Package;

/// <summary>
/// Follows the relationships of a package, and repairs what Word opens but the Open XML SDK does not (its issues 715 and 863): invalid
/// addresses, relationships to missing or damaged parts, parts without a content type, names with backslashes, of another case or with
/// "./" in front. Whatever no relationship reaches is left out, damaged or not.
/// </summary>
sealed class PackageRepair
{
    const string ContentTypes = "[Content_Types].xml", Folder = "_rels/";

    static readonly Uri Root = new("package:///");

    readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, XDocument> relationships = new(StringComparer.OrdinalIgnoreCase);
    readonly HashSet<string> reached = new(StringComparer.OrdinalIgnoreCase);
    readonly HashSet<string> damaged = new(StringComparer.OrdinalIgnoreCase);
    readonly HashSet<string> inspected = new(StringComparer.OrdinalIgnoreCase);
    readonly Queue<string> open = new([""]);
    PartTypes? types;
    string main = "";
    bool isChanged;

    public PackageRepair(ZipArchive archive)
    {
        foreach (var entry in archive.Entries.Where(entry => !entry.FullName.EndsWith('/')))
        {
            var name = WordPackage.NameOf(entry);
            if (!entries.TryAdd(name, entry) || name != entry.FullName) isChanged = true;
        }
    }

    /// <summary>Whether the file must not be read.</summary>
    public string? Problem()
    {
        if (WordPackage.ProblemOf(entries[ContentTypes]) is { } wrong) return wrong;

        types = PartTypes.Load(entries[ContentTypes]);
        while (open.TryDequeue(out var part))
        {
            if (ProblemBelow(part) is { } problem) return problem;
        }

        return null;
    }

    /// <summary>The repaired package; null if nothing has to be repaired.</summary>
    public byte[]? Repaired(Remarks remarks)
    {
        foreach (var part in damaged.Where(IsSeen))
            remarks.Hint(null, $"Ein Teil der Word-Datei („{part}“) ist beschädigt und wurde nicht gelesen. Bitte prüfen, was fehlt.");

        AddMissingTypes();
        if (reached.Concat(relationships.Keys).Any(name => entries[name].FullName != name)) isChanged = true; // only in case
        if (!isChanged && entries.Keys.All(name => name == ContentTypes || reached.Contains(name) || relationships.ContainsKey(name)))
            return null;

        using var copy = new MemoryStream();
        using (var target = new ZipArchive(copy, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(target, ContentTypes, types!.Document);
            foreach (var (name, repaired) in relationships) Write(target, name, repaired);
            foreach (var name in reached) Copy(target, name);
        }

        return copy.ToArray();
    }

    string? ProblemBelow(string part)
    {
        var name = RelationshipsOf(part);
        if (!entries.TryGetValue(name, out var entry)) return null;
        try
        {
            if (WordPackage.ProblemOf(entry) is { } problem) return problem;

            using var stream = entry.Open();
            relationships[name] = WordPackage.Load(stream);
        }
        catch (XmlException) when (part != "" && part != main)
        {
            damaged.Add(name);
            isChanged = true;
            return null;
        }

        foreach (var relationship in relationships[name].Root?.Elements().ToList() ?? [])
        {
            if ((string?)relationship.Attribute("TargetMode") == "External") RepairAddress(relationship);
            else if (ProblemOf(relationship, part) is { } wrong) return wrong;
        }

        return null;
    }

    void RepairAddress(XElement relationship)
    {
        var target = (string?)relationship.Attribute("Target") ?? "";
        if (Uri.TryCreate(target, UriKind.RelativeOrAbsolute, out _) && target.Length > 0) return;

        relationship.SetAttributeValue("Target", WordLinks.Broken + Uri.EscapeDataString(target));
        isChanged = true;
    }

    /// <summary>Follows a relationship inside the package, or removes it if its target is missing or damaged.</summary>
    string? ProblemOf(XElement relationship, string from)
    {
        var target = (string?)relationship.Attribute("Target") ?? "";
        if (target.StartsWith('#')) return null;
        if (NameOf(target, from) is not { } name || damaged.Contains(name))
        {
            Remove(relationship);
            return null;
        }

        if (target.Contains('\\', StringComparison.Ordinal))
        {
            relationship.SetAttributeValue("Target", "/" + name);
            isChanged = true;
        }

        var entry = entries[name];
        var type = (string?)relationship.Attribute("Type") ?? "";
        var isMain = type.EndsWith("/officeDocument", StringComparison.Ordinal);
        if (isMain) main = name;
        try
        {
            if (MayBeXml(entry, type) && inspected.Add(name) && WordPackage.ProblemOf(entry) is { } problem) return problem;
        }
        catch (XmlException) when (!isMain)
        {
            damaged.Add(name);
            Remove(relationship);
            return !MayHoldStatus(entry) ? null
                : "Die Eigenschaften der Word-Datei sind beschädigt; so lässt sich nicht sicher sagen, ob sie ein Entwurf ist. "
                    + "Bitte in Word öffnen, neu speichern und noch einmal ablegen.";
        }

        if (reached.Add(name)) open.Enqueue(name);
        return null;
    }

    /// <summary>
    /// Whether the Open XML SDK may read the part as XML. It goes by the relationship, whatever the part is called and whatever content
    /// type it has, so that the beginning of the part decides. Pictures are not read as XML, and SVG often has a document type.
    /// </summary>
    static bool MayBeXml(ZipArchiveEntry part, string relationship) =>
        Path.GetExtension(part.FullName).ToUpperInvariant() is ".XML" or ".RELS"
            || (!relationship.EndsWith("/image", StringComparison.Ordinal) && WordPackage.BeginsAsXml(part));

    void Remove(XElement relationship)
    {
        relationship.Remove();
        isChanged = true;
    }

    /// <summary>The entry that a target means, whether or not its name is percent-encoded; null if there is none.</summary>
    string? NameOf(string target, string from)
    {
        var folder = new Uri(Root, from[..(from.LastIndexOf('/') + 1)]);
        if (!Uri.TryCreate(folder, target.Replace('\\', '/'), out var resolved)) return null;

        var name = resolved.AbsolutePath.TrimStart('/');
        return new[] { Uri.UnescapeDataString(name), name }.FirstOrDefault(entries.ContainsKey);
    }

    static string RelationshipsOf(string part)
    {
        var name = part.LastIndexOf('/') + 1;
        return $"{part[..name]}{Folder}{part[name..]}.rels";
    }

    /// <summary>A draft must not be published because its status cannot be read.</summary>
    static bool MayHoldStatus(ZipArchiveEntry properties)
    {
        using var reader = new StreamReader(properties.Open());
        var text = reader.ReadToEnd();
        return text.Contains("contentStatus", StringComparison.OrdinalIgnoreCase)
            || text.Contains("name=\"status\"", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Properties and data that are not shown may be missing without a word.</summary>
    static bool IsSeen(string part) =>
        !part.StartsWith("docProps/", StringComparison.OrdinalIgnoreCase)
            && !part.StartsWith("customXml/", StringComparison.OrdinalIgnoreCase);

    void AddMissingTypes()
    {
        foreach (var part in reached.Where(part => types!.Of(part) is null))
        {
            types!.Add(part, TypeOf(part));
            isChanged = true;
        }
    }

    string TypeOf(string part)
    {
        Span<byte> start = stackalloc byte[4];
        using var stream = entries[part].Open();
        return start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)] switch
        {
            [0x89, (byte)'P', ..] => "image/png",
            [0xFF, 0xD8, ..] => "image/jpeg",
            [(byte)'G', (byte)'I', (byte)'F', ..] => "image/gif",
            [(byte)'B', (byte)'M', ..] => "image/bmp",
            _ => "application/octet-stream",
        };
    }

    static void Write(ZipArchive target, string name, XDocument content)
    {
        using var stream = target.CreateEntry(name, CompressionLevel.Fastest).Open();
        content.Save(stream);
    }

    void Copy(ZipArchive target, string name)
    {
        using var to = target.CreateEntry(name, CompressionLevel.Fastest).Open();
        using var from = entries[name].Open();
        from.CopyTo(to);
    }
}
