using AccessiblePdf.Model;
using ThaffFunctions.NotesReading;

namespace ThaffFunctions.Documentation.GoodPractice;

/// <summary>
/// The layout of a report: the lead, the conclusion and the audience are boxes, the interview is a list of questions and answers. Nothing
/// is left out or moved.
/// </summary>
static class ReportLayout
{
    public static IReadOnlyList<Block> Of(GoodPracticeReport report) =>
    [
        .. report.Lead.Count > 0 ? [new Callout("Kurz gefasst", report.Lead)] : Array.Empty<Block>(),
        .. report.Sections.SelectMany(Of),
    ];

    static IEnumerable<Block> Of(ReportSection section) => section.Kind switch
    {
        SectionKind.Conclusion => [Boxed(section, CalloutTone.Success)],
        SectionKind.Transfer => [Boxed(section, CalloutTone.Information)],
        SectionKind.Facts => [Boxed(section with { Content = [.. section.Content.Select(Beside)] }, CalloutTone.Neutral)],
        SectionKind.Interview => [section.Head, .. Conversation(section.Content)],
        _ => [section.Head, .. section.Content],
    };

    static Block Beside(Block block) => block is DefinitionList facts ? facts with { TermsBeside = true } : block;

    static Callout Boxed(ReportSection section, CalloutTone tone) => new("", [section.Head, .. section.Content]) { Tone = tone };

    /// <summary>A paragraph in bold is a question; the blocks up to the next question are its answer.</summary>
    static IEnumerable<Block> Conversation(IReadOnlyList<Block> content)
    {
        var (before, questions) = (new List<Block>(), new List<(IReadOnlyList<Inline> Question, List<Block> Answer)>());
        foreach (var block in content)
        {
            if (block is Paragraph paragraph && IsBold(paragraph)) questions.Add((paragraph.Content, []));
            else if (questions is [.., var last] && block is not Heading) last.Answer.Add(block);
            else if (questions.Count == 0) before.Add(block);
            else return content; // headings between the questions: keep the author's own layout
        }

        var answered = questions.Select(said => new Definition([.. said.Question.Select(TextRuns.NotBold)], said.Answer));
        return questions.Count == 0 ? content : [.. before, new DefinitionList([.. answered])];
    }

    static bool IsBold(Paragraph paragraph) =>
        TextRuns.IsBold([.. paragraph.Content.Where(inline => inline is not LineBreak)]);
}
