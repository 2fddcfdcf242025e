using AccessiblePdf.Model;

namespace ThaffFunctions.Documentation.Sessions;

/// <summary>The facts of a session as a definition list, with each term beside its value.</summary>
static class FactBlocks
{
    /// <param name="session">The session.</param>
    /// <param name="more">Further facts, at the end of the list.</param>
    public static DefinitionList Of(SessionFacts session, params IEnumerable<Definition> more) => new(
    [
        .. session.Details().Select(fact => new Definition([fact.Name], [.. fact.Lines.Select(line => new Paragraph(line))])),
        .. more,
    ])
    {
        TermsBeside = true,
    };
}
