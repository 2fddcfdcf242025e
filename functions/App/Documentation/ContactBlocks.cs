using AccessiblePdf.Model;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Documentation;

/// <summary>The contact section that ends every document.</summary>
static class ContactBlocks
{
    public static IEnumerable<Block> Of(SiteOptions site) =>
    [
        new Heading(1, "Kontakt"),
        new Paragraph(
            site.Operator.Name, new LineBreak(),
            "E-Mail: ", new Link(new($"mailto:{site.Operator.Email}"), site.Operator.Email), new LineBreak(),
            $"Telefon: {site.Operator.Phone}"),
    ];
}
