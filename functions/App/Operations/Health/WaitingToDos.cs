using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Staff.Today;

namespace ThaffFunctions.Operations.Health;

/// <summary>What the start page says of mails that are held up: a line for each kind and the page that shows them.</summary>
sealed class WaitingToDos(WaitingMails waiting, MailComposers composers, TimeProvider clock)
{
    public async Task<IReadOnlyList<ToDo>> LookAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var alike = (await waiting.FindAsync(cancellation))
            .GroupBy(mail => (Name: composers.NameOf(mail.Kind), Path: composers.StaffPathOf(mail) ?? ShowState.Path));
        return [.. alike.Select(some => new ToDo($"{some.Key.Name}: {WaitingWords.Of([.. some], now)}", some.Key.Path))];
    }
}
