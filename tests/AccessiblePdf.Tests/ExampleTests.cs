using System.Runtime.CompilerServices;
using AccessiblePdf.Example;
using AccessiblePdf.Model;

namespace AccessiblePdf.Tests;

/// <summary>
/// The example's documents conform, and its pages look as the library's README shows them. With the environment variable
/// ACCESSIBLEPDF_APPROVE set, the pictures are drawn anew.
/// </summary>
public sealed class ExampleTests
{
    const int Resolution = 60;

    public static TheoryData<string> Names => [.. ExampleDocuments.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_document_conforms_and_warns_of_nothing(string name)
    {
        using var output = new MemoryStream();
        var written = PdfWriter.Write(ExampleDocuments.All[name], output);

        using var pdf = new TaggedPdf(output.ToArray());
        Conformance.Check(pdf);
        Assert.Equal((1, 0), (written.Pages, written.Warnings.Count));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_readme_shows_its_page(string name)
    {
        var picture = Path.Combine(Library(), "pictures", name + ".png");
        var drawn = Judge.Paint(TaggedPdf.Bytes(ExampleDocuments.All[name]), Resolution);
        if (Environment.GetEnvironmentVariable("ACCESSIBLEPDF_APPROVE") is { Length: > 0 }) File.WriteAllBytes(picture, drawn);

        Assert.Contains($"](pictures/{name}.png)", File.ReadAllText(Path.Combine(Library(), "README.md")), StringComparison.Ordinal);
        ApprovedPageTests.AssertLooksLike(picture, GreyPage.FromPng(drawn));
    }

    static string Library([CallerFilePath] string source = "") =>
        Path.Combine(Path.GetDirectoryName(source)!, "../../functions/AccessiblePdf");
}
