using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Mail.Notices;

namespace ThaffFunctions.Campaigns.Previewing;

/// <summary>A campaign's mail to a member of staff who wants to see it.</summary>
sealed class CampaignTestMail(CampaignQuery query, CampaignPreview preview, StaffNotices staff, TimeProvider clock) : IMailComposer
{
    public const string KindName = "campaign-test";

    public string Kind => KindName;

    public string CalledByStaff => "Testnachricht";

    /// <summary>Its partition lies among those of the campaign, so that it is erased with them.</summary>
    public static string PartitionOf(CampaignId campaign) => $"{campaign}.test";

    public async Task<OutgoingMail?> ComposeAsync(Delivery delivery, CancellationToken cancellation)
    {
        var id = CampaignId.Parse(delivery.Id.Partition[..delivery.Id.Partition.LastIndexOf('.')]);
        if (id is null || await query.FindAsync(id, cancellation) is not { } entry) return null;
        if (staff.Staff.Where(address => staff.RecipientOf(address) == delivery.Recipient).ToList() is not [var to]) return null;

        var (subject, html, _) = await preview.RenderAsync(entry, clock.GetUtcNow());
        return new(to, null, $"Test – {subject}", html);
    }
}
