using AccessiblePdf.Model;
using Microsoft.Extensions.Options;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.NotesReading;
using ThaffFunctions.NotesReading.Languages;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Statistics;

namespace ThaffFunctions.Documentation.Sessions;

/// <summary>Prints the documentation of a session. Equal input gives equal bytes: its dates come from session and notes.</summary>
public sealed class SessionPdf(IOptions<SiteOptions> site)
{
    /// <summary>From this number of pages and headings on, the PDF gets a table of contents.</summary>
    const int PagesWithContents = 5, HeadingsWithContents = 2;

    /// <exception cref="InvalidDocumentException">The content cannot be written as an accessible PDF.</exception>
    internal PrintedFile Print(SessionFacts session, NotesContent content, DateTimeOffset changed, bool isDraft = false)
    {
        var document = Compose(session, content, changed, isDraft);
        var printed = PrintedFile.Of(document);
        var headings = HeadingsOf(content.Blocks).Take(HeadingsWithContents).Count();
        if (printed.Pages < PagesWithContents || headings < HeadingsWithContents) return printed;

        printed.Content.Dispose();
        return PrintedFile.Of(document with { TableOfContents = new() });
    }

    static IEnumerable<Heading> HeadingsOf(IEnumerable<Block> blocks) =>
        blocks.SelectMany(block => block is Callout box ? HeadingsOf(box.Content) : block is Heading heading ? [heading] : []);

    AccessibleDocument Compose(SessionFacts session, NotesContent content, DateTimeOffset changed, bool isDraft) => new()
    {
        Title = session.Title,
        Language = content.Language,
        Author = site.Value.Operator.Name,
        Subject = session.Focus.Length > 0 ? $"Dokumentation zum Schwerpunkt {session.Focus}" : "Dokumentation",
        Keywords = [.. new[] { "ThAFF Praxisaustausch", session.Focus, session.Region ?? "" }.Where(word => word.Length > 0)],
        Created = session.Start,
        Modified = changed,
        RunningHeader = $"{(isDraft ? "Entwurf · " : "")}ThAFF Praxisaustausch · {session.Title}",
        TitleBlock = new()
        {
            Overline = $"ThAFF Praxisaustausch · {(isDraft ? "Entwurf, nicht veröffentlicht" : "Dokumentation")}",
            Lines = [session.When],
            Language = LanguageTag.AreSame(content.Language, LanguageTag.German) ? null : LanguageTag.German,
        },
        FrontMatter = content.Around([FactBlocks.Of(session)]),
        Blocks = [.. content.Blocks, .. content.Around([.. Registered(session), .. ContactBlocks.Of(site.Value)])],
    };

    static IEnumerable<Block> Registered(SessionFacts session) =>
        session.Registered is { } told ? ParticipationBlocks.Of(told, level: 1) : [];
}
