using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using AccessiblePdf.Model;

namespace AccessiblePdf.Tests;

/// <summary>Documents that use everything the model knows.</summary>
static class Samples
{
    public static readonly DateTimeOffset Day = new(2026, 3, 12, 14, 0, 0, TimeSpan.FromHours(1));

    public static AccessibleDocument Of(params IReadOnlyList<Block> blocks) =>
        new() { Title = "Probe", Language = "de-DE", Created = Day, Blocks = blocks, TitleBlock = null };

    /// <summary>A documentation as the app writes it, about five pages a section.</summary>
    public static AccessibleDocument Report(int sections = 1) => new()
    {
        Title = "Fachkräfte aus dem Ausland gewinnen und halten",
        Language = "de-DE",
        Author = "Redaktion",
        Subject = "Dokumentation des Praxisaustauschs",
        Keywords = ["Anerkennung", "Ankommen"],
        Created = Day,
        TitleBlock = new()
        {
            OnOwnPage = true,
            Overline = "Praxisaustausch – Dokumentation",
            Lines = ["Donnerstag, 12. März 2026, 14 bis 16 Uhr", "Haus der Wirtschaft, Erfurt"]
        },
        TableOfContents = new() { Depth = 2, OnOwnPage = true },
        Blocks = [.. Enumerable.Range(1, sections).SelectMany(Section)],
    };

    static IEnumerable<Block> Section(int number) =>
    [
        new Heading(1, $"Sitzung {number}: Sprache im Betrieb") { Anchor = $"sitzung-{number}" },
        new Paragraph(
            "Betriebe berichteten, dass ", new TextRun("Sprachförderung am Arbeitsplatz", TextStyle.Bold), " am besten gelingt, wenn sie ",
            new TextRun("fest im Schichtplan", TextStyle.Italic), " steht",
            new Footnote(new Paragraph("Erhoben in einer kurzen Abfrage unter den Teilnehmenden; ",
                new Link(new("https://example.org/abfrage"), "die Fragen"), " stehen online.")),
            ". Einzelne sprachen von „halben Tagen“ – andere von 2–3 Stunden je Woche (§ 45a AufenthG, 1.200 € Zuschuss → Antrag ✓). "
            + "Näheres steht im ",
            new Reference($"tabelle-{number}", "Überblick der Maßnahmen"), " und auf der ",
            new Link(new("https://example.org/sprache?x=1&y=2"), "Seite des Landesprogramms zur berufsbezogenen Deutschsprachförderung"),
            "."),
        new Paragraph(Text(0), " ", new TextRun("Wichtig ist beides", TextStyle.Bold | TextStyle.Italic), ": ", Text(1), " H",
            new TextRun("2", TextStyle.Subscript), "O und m", new TextRun("2", TextStyle.Superscript),
            ", ", new TextRun("alt", TextStyle.Strikethrough), " ", new TextRun("neu", TextStyle.Underline), ", ",
            new TextRun("dotnet test --filter", TextStyle.Code), "."),
        new Callout("Erkenntnis", new Paragraph(Text(2)),
            new BulletList(Item("Kurse vor Ort, in der Arbeitszeit"),
                Item("Eine feste Ansprechperson je Schicht"))) { Tone = CalloutTone.Information },
        new Heading(2, "Ergebnisse der Diskussion"),
        new BulletList(
            Item("Gemeinsame Standards für Anerkennungsverfahren vereinbaren"),
            new ListItem(new Paragraph("Ankommen begleiten:"), new BulletList(
                Item("Wohnung, Konto, Krankenversicherung in den ersten vierzehn Tagen"),
                new ListItem(new Paragraph("Patenschaften mit klaren Aufgaben"),
                    new BulletList(Item("je Person höchstens zwei Patinnen oder Paten"), Item("ein Abend im Monat"))))),
            Item(Text(3))),
        new NumberedList(Item("Protokoll abstimmen"),
            new ListItem(new Paragraph("Beschlussvorlage erarbeiten"),
                new NumberedList(Item("Entwurf"), Item("Anhörung")) { Numbering = Numbering.LowerAlpha }),
                Item("Veröffentlichung vorbereiten")) { Start = 9 },
        new BulletList(new ListItem(new Paragraph("Schulung terminieren")) { Done = true },
            new ListItem(new Paragraph("Rückmeldung einholen")) { Done = false }),
        new BlockQuote(new Paragraph(
            "Wir haben aufgehört, auf das perfekte Zeugnis zu warten, und angefangen, Probearbeiten zu organisieren."),
            new Paragraph("– Leitung eines Handwerksbetriebs")),
        new Heading(2, "Maßnahmen und Zuständigkeiten"),
        new Paragraph(Text(4)),
        Measures(number),
        new Figure { Image = Png(640, 360), AlternativeText = "Farbverlauf von Blau nach Grün",
            Caption = ["Abbildung: Ergebnisse der Gruppenarbeit am zweiten Tisch"] },
        new Heading(2, "Technik"),
        new CodeBlock("notes/2026-03-sprache/notes.md\n\tbilder/tafel.png\nstatus: entwurf    # bleibt unveröffentlicht, bis die "
            + "Redaktion die Zeile entfernt und die Datei erneut ablegt"),
        new DefinitionList(new Definition(["Anerkennung"],
            new Paragraph("Feststellung der Gleichwertigkeit eines ausländischen Abschlusses.")),
            new Definition(["Duldung"], new Paragraph(Text(1)))),
        new ThematicBreak(),
        new Callout("Offene Frage",
            new Paragraph("Wer trägt die Kosten der Übersetzung, wenn das Verfahren abgebrochen wird?")) { Tone = CalloutTone.Question },
        new Heading(2, "Beteiligung"),
        new Chart { Title = "Teilnehmende nach Branche", CategoryLabel = "Branche",
            Categories = ["Handwerk", "Gesundheit und Soziales", "Industrie", "Gastgewerbe"],
            Series = [new("2025", 62, 48, 71, 55), new("2026", 80, 66.5, null, 40)] },
        new Chart { Kind = ChartKind.Line, Title = "Anmeldungen je Monat", CategoryLabel = "Monat",
            Categories = ["Jan", "Feb", "Mär", "Apr", "Mai", "Jun"], Series = [new("Anmeldungen", 12, 25, 31, 28, 44, 52)] },
    ];

    static Table Measures(int number) => new()
    {
        Anchor = $"tabelle-{number}",
        Caption = ["Tabelle: Überblick der Maßnahmen"],
        Header =
        [
            new(new TableCell(new Paragraph("Maßnahme")) { RowSpan = 2 }, new TableCell(new Paragraph("Zuständigkeit")) { ColumnSpan = 2 },
                new TableCell(new Paragraph("Kosten")) { RowSpan = 2 }),
            new("Federführung", "Mitwirkung"),
        ],
        Rows =
        [
            new("Schnittstellenkatalog erstellen und abstimmen", "Referat IT", "Kammern", "12.000 €"),
            new("Schulungskonzept entwerfen", new TableCell(new Paragraph("Akademie für öffentliche Verwaltung")) { RowSpan = 2 },
                "Landkreise", "4.500 €"),
            new("Abschlussbericht veröffentlichen", "Projektbüro", "800 €"),
        ],
        Columns = [Alignment.Start, Alignment.Start, Alignment.Start, Alignment.End],
    };

    public static string Text(int index) => Sentences[index % Sentences.Length];

    static ListItem Item(string text) => new(new Paragraph(text));

    static readonly string[] Sentences =
    [
        "Die Arbeitsgruppe erörterte zunächst die Ausgangslage und hielt fest, dass erprobte Lösungen häufig an fehlenden "
        + "Schnittstellen, unterschiedlichen Zuständigkeiten und knappen Haushaltsmitteln scheitern.",
        "Mehrere Teilnehmende berichteten, dass neue Kolleginnen und Kollegen vor allem verlässliche Auskünfte über den Stand ihrer "
        + "Verfahren wünschen; großzügigere Öffnungszeiten spielten dagegen eine geringere Rolle.",
        "Einigkeit bestand darüber, dass Ankommen kein nachträglicher Zusatz sein darf, sondern von der ersten Stellenanzeige an "
        + "mitgedacht und mit den Betroffenen überprüft werden muss.",
        "Für die Auswertung wurden die Ergebnisse nach Themenfeldern geordnet, mit Prioritäten versehen und in einer gemeinsamen "
        + "Tabelle festgehalten, die im Anschluss allen Beteiligten zur Verfügung steht.",
        "Die Fachkräfte\u00ADeinwanderungs\u00ADbeauftragten der Landkreise regten an, die Verfahrens\u00ADbegleitung über Kreisgrenzen "
        + "hinweg zu bündeln und die Ergebnisse einmal im Jahr öffentlich vorzustellen.",
    ];

    /// <summary>A PNG in 8-bit colour with a gradient.</summary>
    public static byte[] Png(int width, int height)
    {
        var rows = new byte[height * (1 + 3 * width)];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var at = y * (1 + 3 * width) + 1 + 3 * x;
                (rows[at], rows[at + 1], rows[at + 2]) = ((byte)(x * 60 / width), (byte)(80 + y * 120 / height),
                    (byte)(200 - x * 150 / width));
            }
        }
        return Png(width, height, bitDepth: 8, colourType: 2, interlace: 0, rows);
    }

    /// <summary>A PNG from rows that each begin with their filter.</summary>
    public static byte[] Png(int width, int height, byte bitDepth, byte colourType, byte interlace, byte[] rows,
        params (string Type, byte[] Data)[] chunks)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = (bitDepth, colourType, interlace);
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(rows);

        var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        foreach (var (type, data) in chunks.Prepend(("IHDR", header)).Append(("IDAT", packed.ToArray())).Append(("IEND", [])))
        {
            byte[] content = [.. Encoding.ASCII.GetBytes(type), .. data];
            var number = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
            png.Write(number);
            png.Write(content);
            BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.HashToUInt32(content));
            png.Write(number);
        }
        return png.ToArray();
    }
}
