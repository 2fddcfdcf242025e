using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using ThaffFunctions.Documentation.YearVolume;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Documentation;

/// <summary>Table documents (one partition a year, a row a session) and the files that belong to a session. The row decides what is public.</summary>
public sealed class DocumentationStore(TableServiceClient tables, DocumentationFiles files)
{
    readonly TableClient table = tables.GetTableClient(Tables.Documents);

    /// <summary>Sessions' ids begin with a digit; the other documents' names with a letter.</summary>
    const string OnlySessions = "RowKey lt ':'";

    public async Task<DocumentationEntry?> FindAsync(SessionId id, CancellationToken cancellation)
    {
        var (partition, row) = KeyOf(id);
        var stored = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellation);
        return stored.HasValue ? Read(stored.Value!) : null;
    }

    /// <summary>Every session that ever had notes: about a dozen rows a year.</summary>
    public async Task<IReadOnlyList<DocumentationEntry>> AllAsync(CancellationToken cancellation) =>
        await table.QueryAsync<TableEntity>(OnlySessions, cancellationToken: cancellation).Select(Read).ToListAsync(cancellation);

    /// <summary>The sessions of a year, and for how long their rows rested.</summary>
    public async Task<DocumentedYear> OfYearAsync(int year, CancellationToken cancellation)
    {
        var (entries, newest, seenAt) = (new List<DocumentationEntry>(), DateTimeOffset.MinValue, DateTimeOffset.MaxValue);
        var partition = $"PartitionKey eq '{year.ToString(CultureInfo.InvariantCulture)}' and {OnlySessions}";
        await foreach (var page in table.QueryAsync<TableEntity>(partition, cancellationToken: cancellation).AsPages())
        {
            entries.AddRange(page.Values.Select(Read));
            newest = page.Values.Select(row => row.Timestamp!.Value).Append(newest).Max();
            seenAt = new[] { page.GetRawResponse().Headers.Date ?? seenAt, seenAt }.Min();
        }

        return new(entries, entries.Count == 0 ? TimeSpan.MaxValue : seenAt > newest ? seenAt - newest : TimeSpan.Zero);
    }

    /// <summary>False if somebody else changed the row since it was read.</summary>
    public async Task<bool> TrySaveAsync(DocumentationEntry entry, CancellationToken cancellation)
    {
        try
        {
            await (entry.ETag == default
                ? table.AddEntityAsync(RowOf(entry), cancellation)
                : table.UpdateEntityAsync(RowOf(entry), entry.ETag, TableUpdateMode.Replace, cancellation));
            return true;
        }
        catch (RequestFailedException overtaken) when (overtaken.Status is 409 or 412)
        {
            return false;
        }
    }

    /// <summary>The files that are stored for a session, whether or not its row knows them.</summary>
    public Task<StoredFiles> FilesAsync(SessionId id, CancellationToken cancellation) => files.FindAsync(DocumentPath.Of(id), cancellation);

    public Task RemoveAsync(IEnumerable<KeyValuePair<string, ETag>> unneeded, CancellationToken cancellation) => files.RemoveAsync(unneeded, cancellation);

    /// <summary>False if the PDF is not the one among <paramref name="seen"/> any more. What else belongs to the edition is stored in any case.</summary>
    public async Task<bool> TryPutAsync(StoredFiles seen, Proof proof, CancellationToken cancellation)
    {
        var version = proof.Edition.Version;
        foreach (var picture in proof.Content.Pictures) await files.PutPictureAsync(seen.Path, version, picture, cancellation);
        await files.PutContentAsync(seen.Path, version, ContentFile.Write(proof.Content), cancellation);
        await files.PutPageAsync(seen.Path, version, proof.Html, cancellation);
        return await files.TryPutPdfAsync(seen, BinaryData.FromBytes(proof.Pdf).ToStream(), cancellation);
    }

    /// <summary>Null if the edition was replaced meanwhile.</summary>
    public async Task<string?> ReadPageAsync(SessionId id, string version, CancellationToken cancellation) =>
        (await files.ReadAsync(DocumentPath.Of(id).Page(version), cancellation))?.ToString();

    public Task<StoredFile?> OpenPictureAsync(SessionId id, string version, string name, CancellationToken cancellation) =>
        files.OpenAsync(DocumentPath.Of(id).Picture(version, name), cancellation);

    public Task<StoredFile?> OpenPdfAsync(SessionId id, CancellationToken cancellation) => files.OpenAsync(DocumentPath.Of(id).Pdf, cancellation);

    static (string Partition, string Row) KeyOf(SessionId id) => (id.Value[..4], id.Value);

    static DocumentationEntry Read(TableEntity row) => new(
        SessionId.Parse(row.RowKey)!.Value,
        row.GetString("Handled"),
        row.GetString("Version") is { } version
            ? new(version, JsonSerializer.Deserialize<SessionFacts>(row.GetString("Session"))!, row.GetInt32("Pages")!.Value, row.GetInt64("Bytes")!.Value,
                row.GetDateTimeOffset("Changed")!.Value)
            : null,
        row.GetDateTimeOffset("FirstPublished"),
        row.ETag);

    static TableEntity RowOf(DocumentationEntry entry)
    {
        var (partition, row) = KeyOf(entry.Id);
        return new(partition, row)
        {
            ["Handled"] = entry.Handled,
            ["Version"] = entry.Edition?.Version,
            ["Session"] = entry.Edition is { } edition ? JsonSerializer.Serialize(edition.Session) : null,
            ["Pages"] = entry.Edition?.Pages,
            ["Bytes"] = entry.Edition?.Bytes,
            ["Changed"] = entry.Edition?.Changed,
            ["FirstPublished"] = entry.FirstPublished,
        };
    }
}
