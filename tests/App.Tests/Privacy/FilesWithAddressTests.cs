using System.IO.Compression;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Documentation;

namespace ThaffFunctions.Tests.Privacy;

/// <summary>Which stored files are searched for the address of a person, and what is said of the others.</summary>
public sealed class FilesWithAddressTests
{
    const string Address = "vera.gm@werkstatt.example";

    [Fact]
    public async Task Word_files_and_names_are_searched_and_what_cannot_be_is_told()
    {
        await using var stage = await Stage.OpenAsync();
        (string Container, string Name, byte[] Content)[] files =
        [
            (Containers.Notes, "archiv/text.docx", Word(("word/document.xml", "<w:p><w:t>An vera.gm@</w:t><w:t>Werkstatt.example</w:t></w:p>"))),
            (Containers.Notes, "archiv/kopf.docx", Word(("word/header1.xml", $"<w:t>{Address}</w:t>"))),
            (Containers.Notes, "archiv/link.docx", Word(("word/_rels/document.xml.rels", $"<Relationship Target=\"mailto:{Address}\"/>"))),
            (Containers.Notes, "archiv/andere.docx", Word(("word/document.xml", "<w:t>bo@werkstatt.example</w:t>"))),
            (Containers.Notes, "archiv/defekt.docx", "PK kein Word"u8.ToArray()),
            (Containers.Notes, "archiv/riesig.docx", Word(("word/document.xml", new string(' ', SearchableText.MaxBytesOfPart + 1)))),
            (Containers.Failed, $"programme/{Address}.csv/1.txt", "Zeile 1"u8.ToArray()),
            (Containers.Failed, "programme/alt.docx", Word(("word/document.xml", $"<w:t>{Address}</w:t>"))),
            (Containers.Failed, "programme/andere.txt", "bo@werkstatt.example"u8.ToArray()),
        ];
        foreach (var (container, name, content) in files) await stage.PutAsync(container, name, content);

        var erased = await (await stage.Http.PostAsJsonAsync("/api/operator/person", new { address = Address, erase = true }))
            .Content.ReadFromJsonAsync<JsonNode>();

        var task = (string)Assert.Single(erased!["toDo"]!.AsArray())!;
        Assert.Contains("steht die Adresse in archiv/kopf.docx, archiv/link.docx, archiv/text.docx.", task, StringComparison.Ordinal);
        Assert.Contains("nach in archiv/defekt.docx, archiv/riesig.docx:", task, StringComparison.Ordinal);
        Assert.Contains("PDF", (string)erased["notSearched"]!, StringComparison.Ordinal);
        var failed = await stage.FilesAsync(Containers.Failed);
        Assert.Contains("programme/andere.txt", failed);
        Assert.DoesNotContain(failed, file => file.Contains(Address, StringComparison.Ordinal) || file == "programme/alt.docx");
    }

    /// <summary>What was read is remembered, of this version of a file alone.</summary>
    [Theory]
    [InlineData("archiv/text.md")]
    [InlineData("archiv/text.docx")]
    [InlineData("archiv/daten.json")]
    public async Task A_file_that_was_replaced_since_the_last_search_is_read_again(string name)
    {
        await using var stage = await Stage.OpenAsync();
        await PutAsync("Niemand.");
        Assert.Empty(await FindAsync());

        await PutAsync($"Fragen an „{Address.ToUpperInvariant()}“.");
        Assert.Equal([name], await FindAsync());
        Assert.Equal([name], await FindAsync());

        await PutAsync($"Fragen an x{Address}x und andere@werkstatt.example."); // any text that has it: people look
        Assert.Equal([name], await FindAsync());
        await PutAsync("Fragen an vera.gm (at) werkstatt.example.");
        Assert.Empty(await FindAsync());
        await PutAsync($"{{\"wer\":[\"{Address}\"]}}");
        Assert.Equal([name], await FindAsync());
        await stage.Service<BlobServiceClient>().GetBlobContainerClient(Containers.Notes).DeleteBlobAsync(name);
        Assert.Empty(await FindAsync());

        Task PutAsync(string text) => stage.PutAsync(Containers.Notes, name, name.EndsWith(".docx", StringComparison.Ordinal)
            ? Word(("word/document.xml", $"<w:t>{text}</w:t>")) : Encoding.UTF8.GetBytes(text));

        async Task<IEnumerable<string>> FindAsync()
        {
            var told = await (await stage.Http.PostAsJsonAsync("/api/operator/person", new { address = Address }))
                .Content.ReadFromJsonAsync<JsonNode>();
            return told!["stored"]!.AsArray().Where(record => (string)record!["place"]! == Containers.Notes)
                .Select(record => (string)record!["values"]!["File"]!);
        }
    }

    [Fact]
    public void Of_a_long_text_without_spaces_only_what_may_be_an_address_is_kept()
    {
        var letters = new string('x', 1024 * 1024);
        const string none = "ohne-0123456789abcdef0123456789abcdef";

        var read = SearchableText.Read("lang.txt", BinaryData.FromString($"{letters}{Address}{letters}@@{letters}{none}{letters}"));

        foreach (var address in new[] { Address, none }) Assert.True(read.Names(EmailAddress.Stored(address)));
        Assert.InRange(read.Stretches.Sum(text => text.Length), 1, 10_000);
    }

    static byte[] Word(params IEnumerable<(string Name, string Xml)> parts)
    {
        using var file = new MemoryStream();
        using (var package = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, xml) in parts)
            {
                using var part = package.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(xml));
            }
        }

        return file.ToArray();
    }
}
