using Azure.Storage.Blobs;
using ThaffFunctions.Operations.Failures;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Tests.Operations.Failures;

public sealed class FailedFilesTests
{
    static readonly FileProblem[] Problems =
    [
        new(3, "datum", "„31.02.2026“ ist kein Datum; erwartet wird zum Beispiel 2026-02-28."),
        new(7, null, "Diese Zeile ist leer."),
        new(null, null, "Die Kennung 2026-03-pflege kommt doppelt vor."),
    ];

    [Fact]
    public async Task Staff_read_what_is_wrong_and_where_once_for_each_version_of_a_file()
    {
        await using var stage = await Stage.OpenAsync();
        var failed = stage.Service<FailedFiles>();

        for (var times = 0; times < 3; times++)
            await failed.ReportAsync("programme", "jahr/2026.csv", "\"0x1\"", Problems, FailedFiles.Unchanged, "/redaktion/termine/datei",
                CancellationToken.None);
        await failed.ReportAsync("programme", "jahr/2026.csv", "\"0x2\"", Problems, "Sie ist nicht öffentlich.", "/redaktion/termine/datei",
            CancellationToken.None);

        await Stage.EventuallyAsync(async () => (await stage.MailsAsync("redaktion@thaff.example")).Count >= 2);
        // they may overtake each other
        List<SentMail> mails = [.. (await stage.MailsAsync())
            .OrderBy(mail => mail.Text.Contains("Sie ist nicht öffentlich.", StringComparison.Ordinal))];
        Assert.Equal(2, mails.Count);
        Assert.Equal("Datei nicht übernommen: jahr/2026.csv", mails[0].Subject);
        Assert.Equal([true, false], mails.Select(mail => mail.Text.Contains("was vorher galt, gilt weiter", StringComparison.Ordinal)));
        Assert.Equal([false, true], mails.Select(mail => mail.Text.Contains("Sie ist nicht öffentlich.", StringComparison.Ordinal)));
        Assert.Contains("- Zeile 3, Feld „datum“: „31.02.2026“ ist kein Datum", mails[0].Text, StringComparison.Ordinal);
        Assert.Contains($"{stage.Http.BaseAddress}redaktion/termine/datei", mails[0].Text, StringComparison.Ordinal);
        Assert.Contains("- Zeile 7: Diese Zeile ist leer.", mails[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_whole_list_is_stored_beside()
    {
        await using var stage = await Stage.OpenAsync();
        FileProblem[] many = [.. Enumerable.Range(1, 300).Select(line => new FileProblem(line, "titel", "fehlt."))];

        await stage.Service<FailedFiles>().ReportAsync("notes", new string('x', 1000), "\"0x1\"", many, FailedFiles.Unchanged,
            "/redaktion/dokumentation", CancellationToken.None);

        var container = stage.Service<BlobServiceClient>().GetBlobContainerClient(Containers.Failed);
        var blob = Assert.Single(await container.GetBlobsAsync().ToListAsync());
        Assert.StartsWith("notes/xxx", blob.Name, StringComparison.Ordinal);
        var text = (await container.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToString();
        Assert.Contains("1. September 2026, 10:00 Uhr", text, StringComparison.Ordinal);
        Assert.Contains("Zeile 300, Feld „titel“: fehlt.", text, StringComparison.Ordinal);
    }
}
