using System.Runtime.CompilerServices;
using AccessiblePdf.Model;

namespace AccessiblePdf.Tests;

public sealed class ReadmeTests
{
    [Fact]
    public void The_example_is_the_code_that_runs_here()
    {
        var readme = File.ReadAllText(Path.Combine(Here(), "../../functions/AccessiblePdf/README.md"));
        var example = readme.Split("```csharp\n")[1].Split("```")[0];
        var code = File.ReadAllText(Path.Combine(Here(), "ReadmeTests.cs")).Split("// the example begins\n")[1]
            .Split("        // the example ends")[0];

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

    [Theory]
    [InlineData("SourceSans3")]
    [InlineData("SourceCodePro")]
    [InlineData("NotoSansSymbols2")]
    [InlineData("NotoEmoji")]
    public void The_licence_of_each_font_lies_beside_the_assembly(string font) =>
        Assert.Contains("SIL OPEN FONT LICENSE", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "licences", $"{font}-OFL.txt")),
            StringComparison.OrdinalIgnoreCase);

    static void Write(string path)
    {
        // the example begins
        var document = new AccessibleDocument
        {
            Title = "Praxisaustausch im März",
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
