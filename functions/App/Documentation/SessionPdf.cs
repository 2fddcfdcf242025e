using AccessiblePdf;
using AccessiblePdf.Model;
using Microsoft.Extensions.Options;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Documentation;

/// <summary>A documentation as a file.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="Pages">How many pages it has.</param>
/// <param name="Warnings">What staff should look at.</param>
public sealed record PrintedPdf(byte[] Bytes, int Pages, IReadOnlyList<PdfWarning> Warnings);

/// <summary>Sets the PDF of one session: title block, content, contact. Equal input gives equal bytes; its dates come from session and notes.</summary>
public sealed class SessionPdf(IOptions<SiteOptions> site)
{
    /// <summary>From here on a table of contents helps.</summary>
    const int PagesWithContents = 5;

    /// <exception cref="InvalidDocumentException">The content cannot become an accessible file.</exception>
    public PrintedPdf Print(SessionFacts session, NotesContent content, DateTimeOffset changed, bool isDraft = false)
    {
        var document = Compose(session, content, changed);
        if (isDraft) document = document with { RunningHeader = $"Entwurf · {document.RunningHeader}", TitleBlock = document.TitleBlock! with { Overline = "ThAFF Praxisaustausch · Entwurf, nicht veröffentlicht" } };
        var printed = Write(document);
        return printed.Pages < PagesWithContents ? printed : Write(document with { TableOfContents = new() });
    }

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
        TitleBlock = new() { Overline = "ThAFF Praxisaustausch · Dokumentation", Lines = [.. Lines(session)] },
        Blocks = [.. content.Blocks, .. Contact()],
    };

    static IEnumerable<string> Lines(SessionFacts session)
    {
        yield return $"{Berlin.Day(session.Start)}, {Berlin.Hours(session.Start, session.End)}";
        yield return session.Venue;
        if (session.Focus.Length > 0) yield return $"Schwerpunkt: {session.Focus}";
        if (session.Speakers.Count > 0) yield return $"{(session.Speakers.Count == 1 ? "Impuls von" : "Impulse von")}: {string.Join("; ", session.Speakers)}";
        if (session.Moderators.Count > 0) yield return $"Moderation: {string.Join("; ", session.Moderators)}";
        if (session.Partners.Count > 0) yield return $"Partner: {string.Join("; ", session.Partners)}";
    }

    IEnumerable<Block> Contact() =>
    [
        new Heading(1, "Kontakt"),
        new Paragraph(
            site.Value.Operator, new LineBreak(),
            "E-Mail: ", new Link(new($"mailto:{site.Value.ContactEmail}"), site.Value.ContactEmail), new LineBreak(),
            $"Telefon: {site.Value.ContactPhone}"),
    ];
}
