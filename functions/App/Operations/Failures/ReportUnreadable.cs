using System.Text;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ThaffFunctions.Mail.Notices;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Operations.Failures;

/// <summary>
/// Tells staff of unreadable rows and files, each once: a small blob in container <c>failed</c> marks what was told, for all instances.
/// What is found within a second goes into one notice. It runs in the background, not in the request or timer that found it.
/// </summary>
sealed partial class ReportUnreadable(
    StoredReader reader, BlobServiceClient blobs, StaffNotices notices, RowKeyHash hash, ILogger<ReportUnreadable> log) : BackgroundService
{
    static readonly TimeSpan Gathering = TimeSpan.FromSeconds(1);

    /// <summary>Entries a mail names; the container has all.</summary>
    const int MaxInMail = 50;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await reader.Found.WaitToReadAsync(stoppingToken))
            {
                await Task.Delay(Gathering, stoppingToken);
                List<Unreadable> found = [];
                while (reader.Found.TryRead(out var one)) found.Add(one);
                await TellAsync(found, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // what was not told is found again
        }
    }

    async Task TellAsync(List<Unreadable> found, CancellationToken cancellation)
    {
        try
        {
            var fresh = new List<Unreadable>();
            foreach (var one in found)
                if (!(await MarkOf(one).ExistsAsync(cancellation)).Value) fresh.Add(one);
            if (fresh.Count == 0) return;

            await notices.TellAsync(NoticeOf(fresh), cancellation);
            foreach (var one in fresh) // after the notice: cut off in between, it is told twice rather than never
                await MarkOf(one).UploadAsync(new BinaryData(Encoding.UTF8.GetBytes($"{one}\n")), overwrite: true, cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested) // whatever it is: what is found next must be told
        {
            Log.NotTold(log, found.Count, failure.GetType().Name);
            found.ForEach(reader.Forget);
        }
    }

    StaffNotice NoticeOf(List<Unreadable> fresh)
    {
        var all = fresh.Select(one => one.ToString()).Order(StringComparer.Ordinal).ToList();
        return new(
            $"unreadable|{hash.Of([.. all])}",
            "Gespeichertes ist nicht lesbar",
            [
                "Die folgenden Einträge sind beschädigt oder haben eine unerwartete Form. Sie werden übersprungen; alles andere läuft "
                + "weiter.",
                "Bitte geben Sie diese Nachricht an die technische Betreuung weiter. Zu jedem Eintrag kommt sie einmal"
                + (all.Count > MaxInMail ? $"; alle {all.Count} stehen im Container „{Containers.Failed}“." : "."),
            ],
            [.. all.Take(MaxInMail)]);
    }

    BlobClient MarkOf(Unreadable one) =>
        blobs.GetBlobContainerClient(Containers.Failed).GetBlobClient($"unreadable/{hash.Of(one.Place, one.Key)}.txt");

    static partial class Log
    {
        [LoggerMessage(LogLevel.Warning,
            "Staff were not told of {Count} unreadable entries ({Failure}); they are told when these are found again")]
        public static partial void NotTold(ILogger log, int count, string failure);
    }
}
