using ThaffFunctions.Mail;

namespace ThaffFunctions.Registration.Mails;

/// <summary>
/// The name in the salutation of mails to an attendee. Anybody can type anything as a name for anybody's address: what does not look like a
/// name is used only if the address has confirmed something.
/// </summary>
public sealed class MailNames(ConfirmedAddresses confirmed)
{
    /// <returns>null where the mail must do without.</returns>
    public async ValueTask<string?> OfAsync(Attendee attendee, CancellationToken cancellation) =>
        PersonName.IsLikely(attendee.Name) || await confirmed.ContainsAsync(attendee.Email, cancellation) ? attendee.Name : null;
}
