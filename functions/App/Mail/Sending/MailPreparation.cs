using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Mail.Sending;

/// <summary>Composes the mail of a delivery, unless there is nobody who may get it.</summary>
public sealed class MailPreparation(MailComposers composers, Suppression suppression, RecipientLimit limit)
{
    public const string NobodyThere = "Es gibt keine Empfängerin und keinen Empfänger mehr.";
    public const string SameAddress = "Diese Adresse bekommt dieselbe Nachricht schon.";
    public const string NoMailbox = "Die Person hat keine E-Mail-Adresse.";
    public const string IsSuppressed = "An diese Adresse wird nicht mehr gesendet (unzustellbar, Beschwerde oder abbestellt).";

    public async Task<Preparation> PrepareAsync(Delivery delivery, CancellationToken cancellation)
    {
        OutgoingMail? mail;
        try
        {
            mail = await composers.For(delivery.Kind).ComposeAsync(delivery, cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException) // whatever a slice throws: the row must tell of it
        {
            return new Preparation.Broken(failure);
        }
        if (mail is null) return new Preparation.Nobody(NobodyThere);

        if (!await MayGetAsync(mail.To, mail.UnsubscribeLink, cancellation)) return new Preparation.Nobody(IsSuppressed);

        if (mail.To.HasMailbox && composers.For(delivery.Kind).IsCausedByAnybody
            && await limit.TakeAsync(mail.To, delivery.Id, cancellation) is { } until)
            return new Preparation.Later(until);

        if (mail.BeforeSending is { } last && !await last(cancellation)) return new Preparation.Nobody(NobodyThere);
        if (mail.To.HasMailbox) return new Preparation.Ready(mail);

        if (mail.WithoutMailbox is { } instead) await instead(cancellation);
        return new Preparation.Nobody(NoMailbox);
    }

    /// <summary>Mails of the mailing list carry a link to leave it; all others go out unless there is no mailbox.</summary>
    public static SuppressionScope ScopeOf(Uri? unsubscribeLink) =>
        unsubscribeLink is null ? SuppressionScope.Everything : SuppressionScope.MailingList;

    async Task<bool> MayGetAsync(EmailAddress address, Uri? unsubscribeLink, CancellationToken cancellation) =>
        !await suppression.IsSuppressedAsync(address, ScopeOf(unsubscribeLink), cancellation);
}
