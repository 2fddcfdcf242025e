using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Mail.Sending;

/// <summary>How sending mails is doing: whether the key is right, and whether the mail service takes what is sent.</summary>
public sealed class MailState(MailKeyState key, WaitingMails waiting, MailThrottle throttle, TimeProvider clock)
{
    const string GoByThemselves = "Was wartet, geht von selbst hinaus, sobald es wieder geht, in Abständen bis zu einer Stunde.";

    const string Held = "Wartende E-Mails";

    /// <returns>One part; another one if storage does not tell which mails wait, which is no fault of the mail service.</returns>
    public async Task<IReadOnlyList<PartState>> LookAsync(CancellationToken cancellation)
    {
        var (asked, held) = (key.LookAsync(cancellation), PartState.OfAsync(Held, HeldUpAsync, cancellation));
        return (await asked, await held) switch
        {
            (var right, { Name: Held } unknown) => [right, unknown],
            (var right, { IsWell: true }) => [right],
            ({ IsWell: true }, var wrong) => [wrong],
            var (right, wrong) => [right with { Text = $"{right.Text} {wrong.Text}" }],
        };
    }

    async Task<PartState> HeldUpAsync(CancellationToken cancellation)
    {
        var (mails, left) = (await waiting.FindAsync(cancellation), await throttle.LeftAsync(cancellation));
        var now = clock.GetUtcNow();
        string?[] told =
        [
            left is { } wait ? $"Der Maildienst bittet, bis {Berlin.Moment(now + wait)} zu warten." : null,
            mails is [var first, ..] ? $"{WaitingWords.Of(mails, now)}. {Why(mails)}{GoByThemselves}" : null,
        ];
        return new(MailKeyState.Name, told.All(text => text is null), string.Join(' ', told.OfType<string>()));
    }

    static string Why(IReadOnlyList<Delivery> mails) =>
        mails.Select(mail => mail.Reason).OfType<string>().FirstOrDefault() is { } reason ? $"Grund: {reason.TrimEnd('.')}. " : "";
}
