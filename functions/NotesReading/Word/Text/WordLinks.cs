using AccessiblePdf.Model;
using DocumentFormat.OpenXml;
using ThaffFunctions.NotesReading.Word.Fields;
using ThaffFunctions.NotesReading.Word.Package;

namespace ThaffFunctions.NotesReading.Word.Text;

/// <summary>Turns the links of Word into links of the document model.</summary>
static class WordLinks
{
    /// <summary>Prefix of invalid addresses, which <see cref="PackageRepair"/> writes so that the package can be opened.</summary>
    public const string Broken = "broken:";

    /// <summary>The target of a <c>hyperlink</c> element.</summary>
    public static LinkTarget? TargetOf(OpenXmlElement hyperlink, WordContext context) =>
        (hyperlink.Value("id") is { } id ? context.Addresses.Find(context.Part, id) : null, hyperlink.Value("anchor")) switch
        {
            (null, null) => null,
            var (address, bookmark) => LinkTarget.Of(address, bookmark),
        };

    /// <summary>Joins the parts of each link.</summary>
    public static IReadOnlyList<Part> Resolve(IEnumerable<Part> parts, WordContext context)
    {
        List<Part> resolved = [];
        List<Inline> linked = [];
        LinkTarget? target = null;
        foreach (var part in parts.Append(default))
        {
            if (!ReferenceEquals(part.Link, target) && target is not null)
            {
                resolved.AddRange(Linked(target, TextRuns.Joined(linked), context).Select(text => Part.Of(text)));
                linked.Clear();
            }

            target = part.Link;
            if (target is not null)
                linked.Add(part.Text!);
            else if (part != default)
                resolved.Add(part);
        }

        return resolved;
    }

    /// <summary>One link; only its text if the target cannot be used.</summary>
    static IEnumerable<Inline> Linked(LinkTarget target, IReadOnlyList<Inline> text, WordContext context)
    {
        if (string.IsNullOrWhiteSpace(TextRuns.Plain(text))) return text;
        if (target.Address is null) return context.Anchors.Find(target.Bookmark ?? "") is { } anchor ? [new Reference(anchor, text)] : text;
        if (Uri.TryCreate(target.Address.Trim(), UriKind.Absolute, out var address) && address.Scheme is "https" or "http" or "mailto")
            return [new Link(address, text)];

        context.Remarks.Hint(Wishes.UsableLink(target.Address.StartsWith(Broken, StringComparison.Ordinal)
            ? Uri.UnescapeDataString(target.Address[Broken.Length..]) : target.Address));
        return text;
    }
}
