using AccessiblePdf.Model;

namespace ThaffFunctions.Documentation.Sessions;

/// <summary>The facts of a session as blocks of a document: one below the other, each with its name beside it.</summary>
static class FactBlocks
{
    /// <param name="session">The session.</param>
    /// <param name="more">What else is told, below.</param>
    public static DefinitionList Of(SessionFacts session, params IEnumerable<Definition> more) => new(
    [
        .. session.Details().Select(fact => new Definition([fact.Name], [.. fact.Lines.Select(line => new Paragraph(line))])),
        .. more,
    ])
    {
        TermsBeside = true,
    };
}
