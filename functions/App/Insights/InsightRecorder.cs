using System.Security.Cryptography;
using System.Text.Json;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Insights;

/// <summary>Records what became of a question or concern, beside what the notes say. Public pages and the year's volume follow.</summary>
public sealed class InsightRecorder(InsightStore store, MessageSender messages)
{
    /// <summary>An entry of the register, of earlier notes too; null if the session never had one of this id.</summary>
    public async Task<Insight?> FindAsync(InsightId id, CancellationToken cancellation)
    {
        var sheet = await store.FindAsync(id.Session, cancellation);
        return sheet.Insights.Concat(sheet.Retired).Concat(sheet.Orphans).FirstOrDefault(entry => entry.Id == id);
    }

    /// <summary>Tells whether something else was recorded since a page was shown.</summary>
    public static string StampOf(Progress recorded) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(recorded)).AsSpan(..8));

    /// <param name="entry">The entry as it was found.</param>
    /// <param name="recorded">What is recorded from now on; <see cref="Progress.None"/> takes back what was.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False if somebody else recorded something else since the entry was found.</returns>
    public async Task<bool> RecordAsync(Insight entry, Progress recorded, CancellationToken cancellation)
    {
        if (!await store.RecordAsync(entry with { Recorded = recorded }, now => now == entry.Recorded || now == recorded, cancellation))
            return false;

        await messages.SendAsync(Queues.YearVolumes, $"{entry.Id.Session.Year:0000}", cancellation: cancellation);
        return true;
    }
}
