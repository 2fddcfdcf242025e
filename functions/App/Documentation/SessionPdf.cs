using AccessiblePdf;
using AccessiblePdf.Model;
using Microsoft.Extensions.Options;
using ThaffFunctions.NotesReading;
using ThaffFunctions.Reports;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Documentation;

/// <summary>A documentation as a file.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="Pages">How many pages it has.</param>
/// <param name="Warnings">What staff should look at.</param>
public sealed record PrintedPdf(byte[] Bytes, int Pages, IReadOnlyList<PdfWarning> Warnings);

/// <summary>Sets the PDF of one session: title block, content, participation, contact. Equal input gives equal bytes; its dates come from session and notes.</summary>
public sealed class SessionPdf(IOptions<SiteOptions> site)
{
    /// <summary>From here on a table of contents helps, if there is something to find.</summary>
    const int PagesWithContents = 5, HeadingsWithContents = 2;

    /// <exception cref="InvalidDocumentException">The content cannot become an accessible file.</exception>
    public PrintedPdf Print(SessionFacts session, NotesContent content, DateTimeOffset changed, bool isDraft = false)
    {
        var document = Compose(session, content, changed);
        if (isDraft) document = document with { RunningHeader = $"Entwurf · {document.RunningHeader}", TitleBlock = document.TitleBlock! with { Overline = "ThAFF Praxisaustausch · Entwurf, nicht veröffentlicht" } };
        var printed = Write(document);
        return printed.Pages < PagesWithContents || HeadingsOf(content.Blocks).Take(HeadingsWithContents).Count() < HeadingsWithContents ? printed : Write(document with { TableOfContents = new() });
    }

    static IEnumerable<Heading> HeadingsOf(IEnumerable<Block> blocks) => blocks.SelectMany(block => block is Callout box ? HeadingsOf(box.Content) : block is Heading heading ? [heading] : []);

    static PrintedPdf Write(AccessibleDocument document)
    {
        using var file = new MemoryStream();
        var written = PdfWriter.Write(document, file);
        return new(file.ToArray(), written.Pages, written.Warnings);
    }

    AccessibleDocument Compose(SessionFacts session, NotesContent content, DateTimeOffset changed) => new()
    {
        Title = session.Title,
        Author = site.Value.Operator,
        Subject = session.Focus.Length > 0 ? $"Dokumentation zum Schwerpunkt {session.Focus}" : "Dokumentation",
        Keywords = [.. new[] { "ThAFF Praxisaustausch", session.Focus, session.Region ?? "" }.Where(word => word.Length > 0)],
        Created = session.Start,
        Modified = changed,
        RunningHeader = $"ThAFF Praxisaustausch · {session.Title}",
        TitleBlock = new() { Overline = "ThAFF Praxisaustausch · Dokumentation", Lines = [session.When] },
        FrontMatter = [FactBlocks.Of(session)],
        Blocks = [.. content.Blocks, .. Participation(session), .. ContactBlocks.Of(site.Value)],
    };

    static IEnumerable<Block> Participation(SessionFacts session) => session.Participation is { } told ? ParticipationBlocks.Of(told, level: 1) : [];
}
