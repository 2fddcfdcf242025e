using ThaffFunctions.Mail;

namespace ThaffFunctions.Registration;

/// <summary>
/// How mails call an attendee. Whoever registers may type anything as a name, for anybody's address: what looks like no name reaches only
/// who has confirmed something from that address.
/// </summary>
public sealed class MailNames(ProvenAddresses proven)
{
    /// <returns>null where the mail must do without.</returns>
    public async ValueTask<string?> OfAsync(Attendee attendee, CancellationToken cancellation) =>
        PersonName.IsLikely(attendee.Name) || await proven.ContainsAsync(attendee.Email, cancellation) ? attendee.Name : null;
}
