using DocumentFormat.OpenXml.Packaging;

namespace ThaffFunctions.Documentation.Notes.Word;

/// <summary>Where the relationships of parts lead that lead out of the file: links, and pictures that lie elsewhere.</summary>
sealed class LinkAddresses
{
    readonly Dictionary<OpenXmlPart, Dictionary<string, string>> byPart = new(ReferenceEqualityComparer.Instance);

    /// <summary>null: there is no such relationship.</summary>
    public string? Find(OpenXmlPart part, string id)
    {
        if (!byPart.TryGetValue(part, out var addresses))
        {
            byPart[part] = addresses = [];
            foreach (var link in part.HyperlinkRelationships.Concat<ReferenceRelationship>(part.ExternalRelationships)) addresses.TryAdd(link.Id, link.Uri.OriginalString);
        }

        return addresses.GetValueOrDefault(id);
    }
}
