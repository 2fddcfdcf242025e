using AccessiblePdf.Model;

namespace ThaffFunctions.Benchmarks.Pdf;

/// <summary>A German report of headings, paragraphs, lists and tables, of about as many pages as asked for.</summary>
static class Report
{
    static readonly string[] Sentences =
    [
        "Betriebe berichteten, dass Sprachförderung am Arbeitsplatz am besten gelingt, wenn sie fest im Schichtplan steht.",
        "Die Arbeitsgruppe hielt fest, dass Zuständigkeiten zwischen Kammern, Agentur und Ausländerbehörde früh geklärt werden müssen.",
        "Mehrere Teilnehmende wünschten sich verlässliche Auskünfte über die Dauer der Anerkennungsverfahren – möglichst schriftlich.",
        "Für Wohnung, Konto und Krankenversicherung haben sich feste Patenschaften bewährt; zwei Personen je Schicht genügen.",
        "Offen blieb, wer die Kosten der Übersetzung trägt, wenn ein Verfahren nach § 16d AufenthG abgebrochen wird.",
        "Handwerk, Gesundheitswesen und Gastgewerbe nannten jeweils eigene „Stolpersteine“, die im Anhang gesammelt sind.",
    ];

    public static AccessibleDocument OfPages(int pages) => new()
    {
        Title = "Dokumentation des Praxisaustauschs",
        Language = "de",
        Created = DateTimeOffset.UnixEpoch,
        Blocks = [new Heading(1, "Dokumentation"), .. Enumerable.Range(1, pages + pages / 40).SelectMany(Section)],
    };

    /// <summary>What fills a page but for a few lines.</summary>
    static IEnumerable<Block> Section(int number) =>
    [
        new Heading(2, $"Thema {number}: Ankommen und Bleiben"),
        Text(number, 4), Text(number + 1, 5),
        new BulletList([.. Enumerable.Range(number, 4).Select(index => new ListItem(Text(index, 1)))]),
        Text(number + 2, 3),
        new Table
        {
            Header = [new("Maßnahme", "Zuständig", "Beginn", "Kosten")],
            Rows = [.. Enumerable.Range(1, 4)
                .Select(row => new TableRow($"Schritt {row} zum Thema {number}",
                row % 2 == 0 ? "Kammer" : "Landkreis", $"{row}. Quartal 2026", $"{row * number * 25} €"))],
        },
        Text(number + 3, 3),
    ];

    static Paragraph Text(int first, int sentences)
    {
        var text = string.Join(' ', Enumerable.Range(first, sentences).Select(index => Sentences[index % Sentences.Length]));
        return new(text[..40], new TextRun(text[40..80], TextStyle.Bold), text[80..]);
    }
}
