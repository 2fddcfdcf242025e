using AccessiblePdf.Model;

namespace AccessiblePdf.Tests;

/// <summary>A document that is hard to lay out: what is too long, too wide, too high or too deep.</summary>
static class HardCases
{
    public static AccessibleDocument Document => Samples.Of(
        new Heading(1, "Eine Überschrift, die so lang ist, dass sie über mehrere Zeilen geht, weil ihre Verfasserin alles auf einmal "
            + "sagen wollte"),
        Long(6),
        new Heading(2, "Lange Tabelle"),
        LongTable(45),
        new Heading(2, "Breite Tabelle"),
        WideTable(14),
        new Heading(2, "Hohe Zeile"),
        new Table
        {
            Header = [new("Frage", "Antwort")],
            Rows = [new(new TableCell(new Paragraph("Was wurde besprochen?")) { IsRowHeader = true }, new TableCell([.. Paragraphs(22)])),
                new("Kurz", "Knapp")]
        },
        new Heading(2, "Verbundene Zellen über die Seite"),
        SpanningTable(12),
        new Heading(2, "Fußnoten"),
        new Paragraph([.. Enumerable.Range(1, 6)
            .SelectMany(i => new Inline[] { Samples.Text(i), new Footnote(new Paragraph($"Anmerkung {i}: " + Samples.Text(i + 1))),
            " " })]),
        new Paragraph("Eine sehr lange Anmerkung", new Footnote([.. Paragraphs(25)]), " steht hier. ", Samples.Text(2)),
        Long(3),
        new Heading(2, "Verschachtelt"),
        new BlockQuote(new Paragraph(Samples.Text(0)),
            new BlockQuote(new Paragraph(Samples.Text(1)),
                new BulletList(Item("Punkt"), new ListItem(new CodeBlock("code in der Liste\nim Zitat"))))),
        new Callout("Erkenntnis über mehr als eine Seite",
            [.. Paragraphs(16), WideTable(4),
                new CodeBlock(string.Join('\n', Enumerable.Range(1, 12).Select(i => $"Zeile {i}")))])
        { Tone = CalloutTone.Success },
        new NumberedList([.. Enumerable.Range(1, 30)
            .Select(i => new ListItem(new Paragraph(Samples.Text(i)), new BulletList(Item("a"), Item("b"))))])
        { Start = 95 },
        new CodeBlock(string.Join('\n', Enumerable.Range(1, 70).Select(i => $"{i,3}: " + new string('x', i * 3)))),
        new Heading(2, "Bilder"),
        new Figure { Image = Samples.Png(300, 2000), AlternativeText = "Hohes Bild", Caption = ["Hohes Bild mit einer Unterschrift"] },
        new Figure { Image = Samples.Png(3000, 200), AlternativeText = "Breites Bild", Width = 1 },
        new Table
        {
            Header = [new("Bild", "Text")],
            Rows = [new(new TableCell(new Figure { Image = Samples.Png(800, 600), AlternativeText = "Bild in der Zelle" }),
                new TableCell(new BulletList(Item("in"), Item("der"), Item("Zelle"))))]
        },
        new Chart
        {
            Title = "Viele Kategorien mit langen Namen",
            CategoryLabel = "Landkreis",
            Categories = [.. Enumerable.Range(1, 22).Select(i => $"Landkreis mit einem recht langen Namen {i}")],
            Series = [new("Anmeldungen", [.. Enumerable.Range(1, 22).Select(i => (double?)(i * 1234.5))])],
            Unit = " €"
        },
        new Chart
        {
            Kind = ChartKind.Line,
            Title = "Verlauf mit Werten unter null",
            CategoryLabel = "Monat",
            Categories = [.. Enumerable.Range(1, 24).Select(i => $"Monat {i}")],
            Series = [new("Zugang", [.. Enumerable.Range(1, 24).Select(i => (double?)(i % 7 - 3))]),
                new("Abgang", [.. Enumerable.Range(1, 24).Select(i => i == 9 ? null : (double?)(-i / 8.0))])]
        }) with
    {
        TitleBlock = new() { Overline = "Prüfung", Lines = ["Alles, was schwierig ist"] },
        TableOfContents = new(),
    };

    static Paragraph Long(int sentences) => new(string.Join(' ', Enumerable.Range(0, sentences).Select(Samples.Text)));

    static IEnumerable<Block> Paragraphs(int count) => Enumerable.Range(0, count).Select(i => new Paragraph(Samples.Text(i)));

    static ListItem Item(string text) => new(new Paragraph(text));

    public static Table LongTable(int rows) => new()
    {
        Caption = ["Tabelle über mehrere Seiten"],
        Header = [new("Nr.", "Maßnahme", "Bemerkung", "Betrag")],
        Rows = [.. Enumerable.Range(1, rows)
            .Select(i => new TableRow($"{i}", Samples.Text(i)[..(30 + i * 7 % 60)],
            i % 4 == 0 ? Samples.Text(i) : "–", $"{i * 125:#,0} €"))],
        Columns = [Alignment.End, Alignment.Start, Alignment.Start, Alignment.End],
    };

    public static Table WideTable(int columns) => new()
    {
        Header = [new([.. Enumerable.Range(1, columns).Select(i => (TableCell)(i % 3 == 0 ? "Verfahrensbegleitung" : $"Spalte {i}"))])],
        Rows = [.. Enumerable.Range(1, 4)
            .Select(row => new TableRow(
            [.. Enumerable.Range(1, columns).Select(i => (TableCell)(i % 4 == 0 ? "Landkreisverwaltung" : $"{row * i}"))]))],
    };

    public static Table SpanningTable(int groups) => new()
    {
        Header =
        [
            new(new TableCell { RowSpan = 2 }, new TableCell(new Paragraph("2025")) { ColumnSpan = 2 },
                new TableCell(new Paragraph("2026")) { ColumnSpan = 2 }),
            new("Frauen", "Männer", "Frauen", "Männer"),
        ],
        Rows =
        [
            .. Enumerable.Range(1, groups).SelectMany(group => Enumerable.Range(1, 4).Select(row => new TableRow(
            [
                .. row == 1 ? new[] { new TableCell(new Paragraph($"Branche {group}: " + Samples.Text(group))) { RowSpan = 4,
                    IsRowHeader = true } } : [],
                $"{row}", $"{row * 2}", $"{group}", $"{group * row}",
            ]))),
        ],
        Columns = [Alignment.Start, Alignment.End, Alignment.End, Alignment.End, Alignment.End],
    };
}
