using Microsoft.Extensions.Options;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Mail.Notices;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Mail.Sending;

/// <summary>Tells staff that mails failed or are delayed: at most one notice a day for each kind of mail.</summary>
public sealed class UndeliveredNotice(
    StaffNotices notices, MailComposers composers, IOptions<SiteOptions> site, TimeProvider clock)
{
    const int MaxNamed = 20;

    public Task TellAsync(IReadOnlyList<Delivery> failed, CancellationToken cancellation) => TellAsync(
        "undelivered", "Nachrichten konnten nicht versandt werden", "konnten Nachrichten der Art „{0}“ nicht versandt werden. Grund: {1}",
        "Was davon jemanden braucht, steht auf „Heute“", failed, cancellation);

    public Task TellDelayedAsync(IReadOnlyList<Delivery> resting, CancellationToken cancellation) => TellAsync(
        "delayed", "Nachrichten verspäten sich",
        "nahm der Maildienst Nachrichten der Art „{0}“ nicht an. Einen Tag lang wird es in Abständen bis zu einer Stunde wieder versucht. "
        + "Grund: {1}", "Was noch wartet, steht auf „Heute“", resting, cancellation);

    async Task TellAsync(
        string what, string subject, string sentence, string others, IReadOnlyList<Delivery> concerned, CancellationToken cancellation)
    {
        if (concerned is not [{ Kind: not StaffNotices.Kind } first, ..]) return; // a notice would not arrive either; the log has it

        var now = clock.GetUtcNow();
        await notices.TellAsync(new(
            $"{what}|{first.Kind}|{Berlin.Date(now):yyyy-MM-dd}",
            subject,
            [
                $"Am {Berlin.Day(now)} {string.Format(Berlin.German, sentence, composers.NameOf(first.Kind), first.Reason)}",
                "Betroffen sind mindestens die folgenden Nachrichten. Zu weiteren dieser Art kommt an diesem Tag keine E-Mail. "
                + $"{others}: {site.Value.Link("/redaktion")}",
            ],
            await ItemsAsync(concerned, cancellation)), cancellation);
    }

    /// <summary>By what staff know them: never by the keys of rows. A batch is one item.</summary>
    async Task<IReadOnlyList<string>> ItemsAsync(IReadOnlyList<Delivery> concerned, CancellationToken cancellation)
    {
        List<string> items = [];
        foreach (var alike in concerned.GroupBy(one => composers.IsBatch(one.Kind) ? one.Id.Partition : one.Id.ToString()).Take(MaxNamed))
        {
            var first = alike.First();
            var about = await composers.DescribeAsync(first, cancellation);
            var tried = first.SendingSince is { } since ? $", zuletzt versucht am {Berlin.Moment(since)}" : "";
            var count = alike.Count() is > 1 and var many ? $" ({many} Nachrichten)" : "";
            var page = composers.StaffPathOf(first) is { } path ? $"; {site.Value.Link(path)}" : "";
            items.Add($"{composers.NameOf(first.Kind)}{(about is null ? "" : $": {about}")}{tried}{count}{page}");
        }

        return items;
    }
}
