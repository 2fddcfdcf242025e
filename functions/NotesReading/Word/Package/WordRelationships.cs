using System.IO.Compression;
using System.Xml.Linq;
using ThaffFunctions.NotesReading.Word.Text;

namespace ThaffFunctions.NotesReading.Word.Package;

/// <summary>Repairs relationships that Word accepts and the Open XML SDK does not (its issues 715 and 863).</summary>
static class WordRelationships
{
    const string Folder = "_rels/";
    static readonly Uri Root = new("package:///");

    /// <summary>The package with repaired relationships; null if nothing has to be repaired.</summary>
    public static byte[]? Mended(ZipArchive archive)
    {
        var names = archive.Entries.Select(entry => entry.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Dictionary<string, XDocument> mended = [];
        foreach (var entry in archive.Entries.Where(entry => entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
        {
            using var stream = entry.Open();
            var relationships = XDocument.Load(stream);
            if (Mend(relationships, entry.FullName, names)) mended[entry.FullName] = relationships;
        }

        return mended.Count == 0 ? null : Copy(archive, mended);
    }

    static bool Mend(XDocument relationships, string name, HashSet<string> names)
    {
        var changed = false;
        foreach (var relationship in relationships.Root?.Elements().ToList() ?? [])
        {
            var target = (string?)relationship.Attribute("Target") ?? "";
            if ((string?)relationship.Attribute("TargetMode") == "External")
            {
                if (Uri.TryCreate(target, UriKind.RelativeOrAbsolute, out _) && target.Length > 0) continue;

                relationship.SetAttributeValue("Target", WordLinks.Broken + Uri.EscapeDataString(target));
                changed = true;
            }
            else if (!IsThere(target, name, names))
            {
                relationship.Remove();
                changed = true;
            }
        }

        return changed;
    }

    static bool IsThere(string target, string relationships, HashSet<string> names)
    {
        if (target.StartsWith('#')) return true;

        var folder = relationships[..(relationships.LastIndexOf(Folder, StringComparison.OrdinalIgnoreCase) is >= 0 and var end ? end : 0)];
        return Uri.TryCreate(new Uri(Root, folder), target, out var resolved) && names.Contains(Uri.UnescapeDataString(resolved.AbsolutePath.TrimStart('/')));
    }

    static byte[] Copy(ZipArchive archive, Dictionary<string, XDocument> mended)
    {
        using var copy = new MemoryStream();
        using (var target = new ZipArchive(copy, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in archive.Entries)
            {
                using var to = target.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
                if (mended.TryGetValue(entry.FullName, out var relationships))
                {
                    relationships.Save(to);
                    continue;
                }

                using var from = entry.Open();
                from.CopyTo(to);
            }
        }

        return copy.ToArray();
    }
}
