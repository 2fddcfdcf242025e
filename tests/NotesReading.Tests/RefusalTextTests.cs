using AccessiblePdf;
using AccessiblePdf.Model;

namespace ThaffFunctions.NotesReading.Tests;

public sealed class RefusalTextTests
{
    [Fact]
    public void A_chart_that_cannot_be_drawn_is_asked_for_as_a_picture()
    {
        var chart = new Chart { Title = "Zahlen", CategoryLabel = "Jahr", Categories = ["2026"], Series = [new("Personen", 1e16)] };
        var document = new AccessibleDocument
        {
            Title = "Titel",
            Language = "de",
            Created = new(2026, 10, 6, 8, 0, 0, TimeSpan.Zero),
            Blocks = [chart],
        };

        var text = Refusals.TextOf(Assert.Throws<InvalidDocumentException>(() => PdfWriter.Write(document, new MemoryStream())));

        Assert.StartsWith("Ein Diagramm lässt sich nicht zeichnen (Blocks[0] Chart \"Zahlen\"). Erwartet werden", text,
            StringComparison.Ordinal);
    }
}
