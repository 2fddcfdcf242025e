using ThaffFunctions.Shared.Mail.Notices;

namespace ThaffFunctions.Shared.Mail.Sending;

/// <summary>Tells staff that mails will not arrive: once a day for each kind of mail, whatever their number.</summary>
public sealed class UndeliveredNotice(StaffNotices notices, TimeProvider clock)
{
    const int MaxNamed = 20;

    public async Task TellAsync(IReadOnlyList<Delivery> failed, CancellationToken cancellation)
    {
        var kind = failed[0].Kind;
        if (kind == StaffNotices.Kind) return; // it would not arrive either; the log has it

        var day = Berlin.Date(clock.GetUtcNow());
        await notices.TellAsync(new(
            $"undelivered|{kind}|{day:yyyy-MM-dd}",
            "Nachrichten konnten nicht versandt werden",
            [
                $"Am {Berlin.Day(clock.GetUtcNow())} konnten Nachrichten der Art „{kind}“ nicht versandt werden. Grund: {failed[0].Reason}",
                "Betroffen sind mindestens die folgenden Vorgänge. Weitere dieses Tages stehen im Protokoll; dazu kommt keine weitere E-Mail.",
            ],
            [.. failed.Take(MaxNamed).Select(delivery => delivery.Id.ToString())]), cancellation);
    }
}
