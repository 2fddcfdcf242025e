using AccessiblePdf.Model;
using Microsoft.Extensions.Options;
using ThaffFunctions.Documentation.Sessions;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Tests.Documentation.Sessions;

public sealed class SessionPdfTests
{
    [Theory]
    [InlineData(8, 6, true)]
    [InlineData(8, 1, false)]
    [InlineData(1, 6, false)]
    public async Task Contents_stand_in_long_documents_in_which_there_is_something_to_find(int pages, int headings, bool hasContents)
    {
        var site = new SiteOptions
        {
            BaseUrl = "https://thaff.example",
            Operator = new() { Name = "Agentur", PostalAddress = "Weg 1|99084 Erfurt", Email = "post@thaff.example", Phone = "0361 1" },
        };
        var start = TestSessions.October.Start;
        Block[] blocks =
        [
            .. Enumerable.Range(1, headings).Select(number => new Callout("", new Heading(1, $"Teil {number}"), new Paragraph("Text"))),
            .. Enumerable.Range(1, pages).SelectMany(number => new Block[] { new Paragraph($"Seite {number}."), new PageBreak() }),
        ];

        var printed = new SessionPdf(Options.Create(site)).Print(SessionFacts.Of(TestSessions.October), new(blocks, []), start);

        Assert.Equal(hasContents, NotesDesk.TextOf(await printed.TakeAsync(default)).Contains("Inhalt", StringComparison.Ordinal));
    }
}
