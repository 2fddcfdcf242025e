using DocumentFormat.OpenXml.Packaging;

namespace ThaffFunctions.NotesReading.Word.Package;

/// <summary>The targets of external relationships: links, and pictures that are not in the file.</summary>
sealed class LinkTargets
{
    readonly Dictionary<OpenXmlPart, Dictionary<string, string>> byPart = new(ReferenceEqualityComparer.Instance);

    /// <summary>Null if there is no such relationship.</summary>
    public string? Find(OpenXmlPart part, string id)
    {
        if (!byPart.TryGetValue(part, out var addresses))
        {
            byPart[part] = addresses = [];
            foreach (var link in part.HyperlinkRelationships.Concat<ReferenceRelationship>(part.ExternalRelationships))
                addresses.TryAdd(link.Id, link.Uri.OriginalString);
        }

        return addresses.GetValueOrDefault(id);
    }
}
