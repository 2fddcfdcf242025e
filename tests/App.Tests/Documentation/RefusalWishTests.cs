using AccessiblePdf;
using AccessiblePdf.Model;
using ThaffFunctions.Documentation.Notes;

namespace ThaffFunctions.Tests.Documentation;

public sealed class RefusalWishTests
{
    [Fact]
    public void A_chart_that_cannot_be_drawn_is_asked_for_as_a_picture()
    {
        var chart = new Chart { Title = "Zahlen", CategoryLabel = "Jahr", Categories = ["2026"], Series = [new("Personen", 1e16)] };
        var document = new AccessibleDocument { Title = "Titel", Created = TestSessions.October.Start, Blocks = [chart] };

        var wish = Refusals.Wish(Assert.Throws<InvalidDocumentException>(() => PdfWriter.Write(document, new MemoryStream())));

        Assert.StartsWith("Ein Diagramm lässt sich nicht zeichnen (Blocks[0] Chart \"Zahlen\"). Erwartet werden", wish, StringComparison.Ordinal);
    }
}
