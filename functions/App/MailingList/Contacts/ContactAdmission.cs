using ThaffFunctions.Mail;
using ThaffFunctions.MailingList.Consents;
using ThaffFunctions.MailingList.SigningUp;

namespace ThaffFunctions.MailingList.Contacts;

/// <summary>
/// How staff enter an address: with evidence of a consent it is on the list, without it is asked. Never does that override who left or
/// must not be mailed.
/// </summary>
public sealed class ContactAdmission(
    SubscriberStore subscribers, DoubleOptIn optIn, Suppression suppression, ConfirmedAddresses confirmed, TimeProvider clock)
{
    /// <param name="entry">What to enter.</param>
    /// <param name="enteredAt">Where it was entered, in words for the proof of consent.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<AddOutcome> AddAsync(ContactEntry entry, string enteredAt, CancellationToken cancellation)
    {
        var (email, contact, preferences) = (entry.Email, entry.Contact, entry.Preferences);
        var key = subscribers.KeyOf(email);
        var known = await subscribers.FindAsync(key, cancellation);
        if (known?.State == SubscriberState.Active) return AddOutcome.OnList;
        if (known?.State == SubscriberState.Left || await subscribers.HasProofAsync(key, cancellation)) return AddOutcome.HasLeft;
        if (await suppression.IsSuppressedAsync(email, SuppressionScope.MailingList, cancellation)) return AddOutcome.Suppressed;
        if (entry.EvidenceOf(enteredAt) is not { } consent)
            return known is null ? await AskAsync(entry, enteredAt, cancellation) : AddOutcome.Waiting;

        await confirmed.AddAsync(email, cancellation);
        var added = new Subscriber(key, email, SubscriberState.Active, preferences)
        {
            Contact = contact,
            Language = entry.Language,
            TakesAnnouncements = ConsentWording.CoversAnnouncements(consent.Text),
            ETag = known?.ETag ?? default,
        };
        return await subscribers.TryAddAsync(added, consent, cancellation)
            ? AddOutcome.Added
            : await AddAsync(entry, enteredAt, cancellation); // somebody was quicker: look again
    }

    async Task<AddOutcome> AskAsync(ContactEntry entry, string enteredAt, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await optIn.AskAsync(entry.Email, entry.Preferences, now, enteredAt, entry.Language, $"{enteredAt} {now.UtcTicks}",
            cancellation);
        await subscribers.NoteContactAsync(subscribers.KeyOf(entry.Email), entry.Contact, cancellation);
        return AddOutcome.Asked;
    }
}
