using AccessiblePdf;
using AccessiblePdf.Example;

// dotnet run --project tests/AccessiblePdf.Example -- <folder>: writes the documents whose pages the library's README shows
var folder = args is [var named] ? named : ".";
foreach (var (name, document) in ExampleDocuments.All)
{
    using var file = File.Create(Path.Combine(folder, name + ".pdf"));
    var written = PdfWriter.Write(document, file);
    Console.WriteLine($"{file.Name}: {written.Pages} page(s)");
    foreach (var warning in written.Warnings) Console.WriteLine($"  {warning.Kind} {warning.Detail} in {warning.Element}");
}
