using ThaffFunctions.Campaigns.Expanding;
using ThaffFunctions.Mail.Deliveries;

namespace ThaffFunctions.Mail.Sending;

/// <summary>Composes the mail for up to a request's number of deliveries, and skips the recipients who must not get it.</summary>
public sealed class BatchPreparation(MailComposers composers, Suppression suppression, DeliveryResults results)
{
    /// <returns>The mail with those recipients who may get it, each address once; null while the mail may not be sent.</returns>
    public async Task<MailBatch?> PrepareAsync(string partition, IReadOnlyList<Delivery> queued, CancellationToken cancellation)
    {
        if (await ComposeAsync(partition, queued, cancellation) is not { } mail) return null;

        queued = [.. queued.Where(delivery => !mail.Later.Contains(delivery.Id))];
        var composed = mail.Recipients.Select(recipient => recipient.Delivery).ToHashSet();
        foreach (var alike in queued.Where(delivery => !composed.Contains(delivery.Id))
            .GroupBy(delivery => mail.LeftOut.GetValueOrDefault(delivery.Id, mail.WhySkipped)))
            await results.SkipAsync([.. alike], alike.Key);

        var unmailable = mail.Recipients.Where(recipient => !recipient.To.HasMailbox).ToList();
        foreach (var recipient in unmailable)
            if (recipient.WithoutMailbox is { } instead) await instead(cancellation);
        var nowhere = unmailable.Select(recipient => recipient.Delivery).ToHashSet();
        await SkipAsync(queued, nowhere.Contains, MailPreparation.NoMailbox);

        var suppressed = await SuppressedAsync([.. mail.Recipients.Except(unmailable)], cancellation);
        await SkipAsync(queued, suppressed.Contains, MailPreparation.IsSuppressed);
        suppressed.UnionWith(nowhere);

        var recipients = mail.Recipients.Where(recipient => !suppressed.Contains(recipient.Delivery))
            .DistinctBy(recipient => recipient.To.Canonical).ToList();
        var sent = recipients.Select(recipient => recipient.Delivery).ToHashSet();
        await SkipAsync(queued, id => composed.Contains(id) && !suppressed.Contains(id) && !sent.Contains(id), MailPreparation.SameAddress);
        return mail with { Recipients = recipients };
    }

    async Task<MailBatch?> ComposeAsync(string partition, IReadOnlyList<Delivery> queued, CancellationToken cancellation)
    {
        try
        {
            return await composers.ForBatch(queued[0].Kind).ComposeAsync(partition, queued, cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException) // whatever a slice throws: the rows must tell of it
        {
            await results.CountFailureAsync(queued, failure);
            throw;
        }
    }

    /// <summary>As for a single mail, with few questions for all.</summary>
    async Task<HashSet<DeliveryId>> SuppressedAsync(IReadOnlyList<BatchRecipient> recipients, CancellationToken cancellation)
    {
        var suppressed = new HashSet<DeliveryId>();
        foreach (var some in recipients.GroupBy(recipient => MailPreparation.ScopeOf(recipient.UnsubscribeLink)))
        {
            var among = await suppression.AmongAsync(some.Select(recipient => recipient.To), some.Key, cancellation);
            suppressed.UnionWith(some.Where(recipient => among.Contains(recipient.To)).Select(recipient => recipient.Delivery));
        }

        return suppressed;
    }

    async Task SkipAsync(IReadOnlyList<Delivery> queued, Predicate<DeliveryId> who, string reason)
    {
        Delivery[] skipped = [.. queued.Where(delivery => who(delivery.Id))];
        if (skipped.Length > 0) await results.SkipAsync(skipped, reason);
    }
}
