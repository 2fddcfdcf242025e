using System.Runtime.CompilerServices;
using AccessiblePdf.Model;

namespace AccessiblePdf.Tests;

public sealed class ReadmeTests
{
    [Theory]
    [InlineData(1, "first")]
    [InlineData(2, "example")]
    public void The_examples_are_the_code_that_runs_here(int number, string name)
    {
        var readme = File.ReadAllText(Path.Combine(Here(), "../../functions/AccessiblePdf/README.md"));
        var example = readme.Split("```csharp\n")[number].Split("```")[0];
        var code = File.ReadAllText(Path.Combine(Here(), "ReadmeTests.cs")).Split($"// the {name} begins\n")[1]
            .Split($"        // the {name} ends")[0];

        Assert.Equal(example, string.Concat(code.Split('\n').Select(line => (line.Length > 8 ? line[8..] : line.Trim()) + "\n"))[..^1]);
    }

    [Fact]
    public void The_example_writes_a_conforming_file()
    {
        var path = Path.GetTempFileName();
        Write(path);

        using var pdf = new TaggedPdf(File.ReadAllBytes(path));
        File.Delete(path);
        Conformance.Check(pdf);
        Assert.Equal(["0 Sprache im Betrieb"], pdf.Bookmarks);
    }

    [Fact]
    public void The_first_document_conforms()
    {
        WriteFirst();

        using var pdf = new TaggedPdf(File.ReadAllBytes("einladung.pdf"));
        Conformance.Check(pdf);
    }

    [Theory]
    [InlineData("SourceSans3")]
    [InlineData("SourceCodePro")]
    [InlineData("NotoSansSymbols2")]
    [InlineData("NotoEmoji")]
    [InlineData("Assistant")]
    [InlineData("Vazirmatn")]
    public void The_licence_of_each_font_lies_beside_the_assembly(string font) =>
        Assert.Contains("SIL OPEN FONT LICENSE", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "licences", $"{font}-OFL.txt")),
            StringComparison.OrdinalIgnoreCase);

    static void WriteFirst()
    {
        // the first begins
        var letter = new AccessibleDocument
        {
            Title = "Einladung",
            Language = "de",
            Created = DateTimeOffset.UnixEpoch,
            Blocks = [new Heading(1, "Willkommen"), new Paragraph("Wir treffen uns am Montag.")],
        };
        using var output = File.Create("einladung.pdf");
        PdfWriter.Write(letter, output);
        // the first ends
    }

    static void Write(string path)
    {
        // the example begins
        var document = new AccessibleDocument
        {
            Title = "Praxisaustausch im März",
            Language = "de",
            Created = new DateTimeOffset(2026, 3, 12, 14, 0, 0, TimeSpan.FromHours(1)),
            TableOfContents = new() { Depth = 2 },
            Blocks =
            [
                new Heading(1, "Sprache im Betrieb"),
                new Paragraph("Kurse gelingen ", new TextRun("im Schichtplan", TextStyle.Bold),
                    new Footnote(new Paragraph("Umfrage vom Februar.")), "."),
                new Table
                {
                    Caption = ["Teilnehmende"],
                    Header = [new("Branche", "Anzahl")],
                    Rows = [new("Handwerk", "12"), new("Pflege", "9")],
                    Columns = [Alignment.Start, Alignment.End],
                },
            ],
        };

        using var file = File.Create(path);
        var written = PdfWriter.Write(document, file);
        foreach (var warning in written.Warnings) Console.WriteLine($"{warning.Kind} {warning.Detail} in {warning.Element}");
        // the example ends
    }

    static string Here([CallerFilePath] string source = "") => Path.GetDirectoryName(source)!;
}
