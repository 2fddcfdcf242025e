using AccessiblePdf.Model;
using DocumentFormat.OpenXml;
using ThaffFunctions.NotesReading.Languages;
using ThaffFunctions.NotesReading.Word.Fields;
using ThaffFunctions.NotesReading.Word.Package;

namespace ThaffFunctions.NotesReading.Word.Text;

/// <summary>Turns the links of Word into links of the document model.</summary>
static class WordLinks
{
    /// <summary>Prefix of invalid addresses, which <see cref="PackageRepair"/> writes so that the package can be opened.</summary>
    public const string Broken = "broken:";

    /// <summary>The anchor of no block; <see cref="DeadLinks"/> finds it.</summary>
    const string Nowhere = "";

    /// <summary>The target of a <c>hyperlink</c> element.</summary>
    public static LinkTarget? TargetOf(OpenXmlElement hyperlink, WordContext context) =>
        (hyperlink.Value("id") is { } id ? context.Addresses.Find(context.Part, id) : null, hyperlink.Value("anchor")) switch
        {
            (null, null) => null,
            var (address, bookmark) => LinkTarget.Of(address, bookmark) with { Title = hyperlink.Value("tooltip") },
        };

    /// <summary>Joins the parts of each link. What interrupts one, such as a picture or a footnote, follows it.</summary>
    public static IReadOnlyList<Part> Resolve(IReadOnlyList<Part> parts, WordContext context)
    {
        List<Part> resolved = [];
        List<Inline> linked = [];
        List<Part> within = [];
        LinkTarget? target = null;
        foreach (var (index, written) in parts.Append(default).Index())
        {
            var part = written.Block is Figure ? WithTarget(written, parts, context) : written;
            if (target is not null && part.Link is null && GoesOn(parts, index, target))
            {
                within.Add(part);
                continue;
            }

            if (!ReferenceEquals(part.Link, target) && target is not null)
            {
                resolved.AddRange(Linked(target, TextRuns.Joined(SpokenLanguages.Joined(linked)), context).Select(text => Part.Of(text)));
                resolved.AddRange(within.OrderBy(part => part.Text is null));
                linked.Clear();
                within.Clear();
            }

            target = part.Link;
            if (target is not null)
                linked.Add(part.Text!);
            else if (part != default)
                resolved.Add(part);
        }

        return resolved;
    }

    /// <summary>Whether the link goes on behind what interrupts it.</summary>
    static bool GoesOn(IReadOnlyList<Part> parts, int from, LinkTarget target) =>
        parts.Skip(from).SkipWhile(part => part.Text is null or Footnote).FirstOrDefault() is { Text: not null } next
            && ReferenceEquals(next.Link, target);

    /// <summary>A picture is a link itself, unless there is text with the same link.</summary>
    static Part WithTarget(Part picture, IReadOnlyList<Part> parts, WordContext context)
    {
        if (picture is not { Link: { } link, Block: Figure figure }) return picture;

        var unlinked = picture with { Link = null };
        if (parts.Any(part => ReferenceEquals(part.Link, link) && part.Text is TextRun run && !string.IsNullOrWhiteSpace(run.Text)))
            return unlinked;
        if (!figure.Decorative && TargetOf(link.Address) is { } target) return unlinked with { Block = figure with { Target = target } };

        context.Remarks.Hint("Ein Bild führt mit einem Klick anderswohin; dieser Link wurde nicht übernommen. Bitte als Text "
            + "daruntersetzen.");
        return unlinked;
    }

    /// <summary>null for an address that no link may have.</summary>
    static Uri? TargetOf(string? address) =>
        Uri.TryCreate(address?.Trim(), UriKind.Absolute, out var target) && target.Scheme is "https" or "http" or "mailto" ? target : null;

    /// <summary>One link; only its text if the target cannot be used.</summary>
    static IEnumerable<Inline> Linked(LinkTarget target, IReadOnlyList<Inline> text, WordContext context)
    {
        if (string.IsNullOrWhiteSpace(TextRuns.Plain(text))) return text;
        if (target.Address is null) return ReferenceTo(target.Bookmark ?? "", text, context);
        if (TargetOf(target.Address) is { } address)
        {
            var said = string.IsNullOrWhiteSpace(target.Title) ? null : Composed.Of(target.Title).Trim();
            if (said is null && RemarkTexts.IsBareAddress(address, TextRuns.Plain(text)))
                context.Remarks.HintFirst(nameof(RemarkTexts.BareAddress), RemarkTexts.BareAddress(target.Address.Trim()));
            else if (said is null && TextRuns.Plain(text) is var words && LinkText.SaysNothing(words))
                context.Remarks.HintFirst(nameof(RemarkTexts.EmptyLinkText), RemarkTexts.EmptyLinkText(words));
            return [new Link(address, text) { Title = said }];
        }

        var written = target.Address.StartsWith(Broken, StringComparison.Ordinal)
            ? Uri.UnescapeDataString(target.Address[Broken.Length..]) : target.Address;
        context.Remarks.HintFirst(RemarkTexts.KindOfLink(written), RemarkTexts.UsableLink(written));
        return text;
    }

    static IReadOnlyList<Inline> ReferenceTo(string bookmark, IReadOnlyList<Inline> text, WordContext context)
    {
        if (context.Anchors.Find(bookmark) is not { } anchor) return [new Reference(Nowhere, text)];
        if (TextRuns.Plain(text) is var said && RemarkTexts.IsBareName(said, bookmark, anchor))
            context.Remarks.HintFirst(nameof(RemarkTexts.BareName), RemarkTexts.BareName(said.Trim()));
        return [new Reference(anchor, text)];
    }
}
