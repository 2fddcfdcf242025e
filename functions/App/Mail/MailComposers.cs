using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Mail;

/// <summary>Who makes the mails of which kind; every slice registers its own.</summary>
public sealed class MailComposers(IEnumerable<IMailComposer> mails, IEnumerable<IBatchComposer> batches)
{
    readonly Dictionary<string, IMailComposer> ofOne = mails.ToDictionary(composer => composer.Kind);
    readonly Dictionary<string, IBatchComposer> ofMany = batches.ToDictionary(composer => composer.Kind);

    public IMailComposer For(string kind) => ofOne.GetValueOrDefault(kind) ?? throw Unknown(kind);

    public IBatchComposer ForBatch(string kind) => ofMany.GetValueOrDefault(kind) ?? throw Unknown(kind);

    public bool IsBatch(string kind) => ofMany.ContainsKey(kind);

    /// <summary>What staff call mails of this kind.</summary>
    public string NameOf(string kind) =>
        ofMany.GetValueOrDefault(kind)?.CalledByStaff ?? ofOne.GetValueOrDefault(kind)?.CalledByStaff ?? kind;

    /// <summary>What a delivery is about, for staff; null where nothing can be said.</summary>
    public async Task<string?> DescribeAsync(Delivery delivery, CancellationToken cancellation)
    {
        try
        {
            if (ofMany.TryGetValue(delivery.Kind, out var batch)) return await batch.DescribeAsync(delivery, cancellation);
            return ofOne.TryGetValue(delivery.Kind, out var mail) ? await mail.DescribeAsync(delivery, cancellation) : null;
        }
        catch (Exception failure) when (!failure.IsStorageFailure()) // the notice matters more than its details
        {
            return null;
        }
    }

    /// <summary>The path of the page of the Redaktion that shows it; null if there is none.</summary>
    public string? StaffPathOf(Delivery delivery)
    {
        try
        {
            return ofMany.GetValueOrDefault(delivery.Kind)?.StaffPathOf(delivery)
                ?? ofOne.GetValueOrDefault(delivery.Kind)?.StaffPathOf(delivery);
        }
        catch (FormatException) // of a row that names nothing; the notice matters more than its details
        {
            return null;
        }
    }

    static InvalidOperationException Unknown(string kind) => new($"Nobody composes mails of the kind {kind}.");
}
