using AccessiblePdf.Model;
using Microsoft.Extensions.Options;
using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Documentation.Sessions;
using ThaffFunctions.NotesReading.Languages;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Time;
using ThaffFunctions.Statistics;

namespace ThaffFunctions.Documentation.YearVolume;

/// <summary>
/// Prints the volume of a year: title page, contents, foreword, one chapter for each session, register, participation, contact.
/// </summary>
public sealed class VolumePdf(IOptions<SiteOptions> site)
{
    public static string TitleOf(int year) => $"Jahresdokumentation {year}";

    internal PrintedFile Print(
        VolumePlan plan, NotesReadResult.Done? foreword, Figure? logo, IEnumerable<Chapter> chapters) => PrintedFile.Of(new()
        {
            Title = TitleOf(plan.Year),
            Language = LanguageTag.German,
            Author = site.Value.Operator.Name,
            Subject = $"Die Termine des ThAFF Praxisaustauschs im Jahr {plan.Year}",
            Keywords =
            [
                "ThAFF Praxisaustausch",
                .. plan.Sessions.Select(one => one.Session.Focus).Where(focus => focus.Length > 0).Distinct(),
            ],
            Created = plan.Sessions[0].Session.Start,
            Modified = plan.Changed,
            RunningHeader = $"ThAFF Praxisaustausch · {TitleOf(plan.Year)}",
            TitleBlock = new()
            {
                OnOwnPage = true,
                Overline = "ThAFF Praxisaustausch",
                Lines = [.. TitleLines(plan)],
                Logo = logo,
            },
            FrontMatter = foreword is null ? [] : [.. ForewordOf(foreword), new PageBreak()],
            TableOfContents = new() { Depth = 1, BeforeFrontMatter = true, OnOwnPage = true },
            Blocks =
            [
                .. Parts(plan, chapters).SelectMany((part, number) => number == 0 ? part : part.Prepend(new PageBreak())),
                .. ContactBlocks.Of(site.Value),
            ],
        });

    /// <summary>Prints a draft of the foreword in the layout of the volume.</summary>
    internal PrintedFile PrintDraft(VolumePlan plan, NotesReadResult.Done foreword) => PrintedFile.Of(new()
    {
        Title = TitleOf(plan.Year),
        Language = LanguageTag.German,
        Author = site.Value.Operator.Name,
        Created = plan.Changed,
        RunningHeader = $"Entwurf · ThAFF Praxisaustausch · {TitleOf(plan.Year)}",
        TitleBlock = new() { OnOwnPage = true, Overline = "ThAFF Praxisaustausch · Entwurf des Vorworts, nicht veröffentlicht" },
        Blocks = [.. ForewordOf(foreword)],
    });

    IEnumerable<IEnumerable<Block>> Parts(VolumePlan plan, IEnumerable<Chapter> chapters)
    {
        foreach (var chapter in chapters) yield return PartOf(chapter);
        if (plan.Insights.Count > 0) yield return InsightBlocks.Of(plan.Insights);
        if (plan.Participation is { } participation) yield return ParticipationBlocks.Of(participation, plan.Year, level: 1);
    }

    IEnumerable<Block> PartOf(Chapter chapter)
    {
        var (id, session) = (chapter.Session.Id, chapter.Session.Session);
        var page = site.Value.Link($"/dokumentation/{id}");
        return
        [
            new Heading(1, session.Title) { Anchor = id.Value },
            new Paragraph(session.When),
            FactBlocks.Of(session, new Definition(["Online"], new Paragraph(new Link(page, page.AbsoluteUri)))),
            .. chapter.Below(page),
            .. session.Registered is { } participation ? ParticipationBlocks.Of(participation, level: 2) : [],
        ];
    }

    IEnumerable<string> TitleLines(VolumePlan plan)
    {
        var count = plan.Sessions.Count == 1 ? "Ein Termin" : $"{plan.Sessions.Count} Termine";
        yield return $"{count}, {Months(plan.Sessions[0], plan.Sessions[^1])}";
        foreach (var line in site.Value.Publisher) yield return line;
        yield return $"Stand: {Berlin.Local(plan.Changed).ToString("d. MMMM yyyy", Berlin.German)}";
    }

    /// <summary>
    /// For example <c>Oktober bis November 2026</c>; if a session was moved into the next year, <c>Dezember 2026 bis Januar 2027</c>.
    /// </summary>
    static string Months(PublishedDocumentation earliest, PublishedDocumentation latest)
    {
        var (first, last) = (Berlin.Local(earliest.Session.Start), Berlin.Local(latest.Session.Start));
        var end = last.ToString("MMMM yyyy", Berlin.German);
        if (first.ToString("MMMM yyyy", Berlin.German) == end) return end;

        return $"{first.ToString(first.Year == last.Year ? "MMMM" : "MMMM yyyy", Berlin.German)} bis {end}";
    }

    /// <summary>The foreword as it stands in the volume.</summary>
    internal static IEnumerable<Block> ForewordOf(NotesReadResult.Done foreword) =>
    [
        new Heading(1, foreword.Head.Title ?? Foreword.Title),
        .. NestedContent.To(Foreword.FileName, foreword.Content.Within(LanguageTag.German).Blocks),
    ];
}
