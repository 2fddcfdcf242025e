using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Mail.Notices;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Campaigns.Previewing;

/// <summary>A campaign's mail to a member of staff who wants to see it.</summary>
sealed class CampaignTestMail(CampaignQuery query, CampaignPreview preview, StaffNotices staff, TimeProvider clock) : IMailComposer
{
    public const string KindName = "campaign-test";

    const string InLanguage = ".test-";

    public string Kind => KindName;

    public string CalledByStaff => "Testnachricht";

    /// <summary>Its partition lies among those of the campaign, so that it is erased with them.</summary>
    public static string PartitionOf(CampaignId campaign, Language language) => $"{campaign}{InLanguage}{language.Code}";

    public async Task<OutgoingMail?> ComposeAsync(Delivery delivery, CancellationToken cancellation)
    {
        var partition = delivery.Id.Partition;
        var id = CampaignId.Parse(partition[..partition.LastIndexOf('.')]);
        if (id is null || await query.FindAsync(id, cancellation) is not { } entry) return null;
        if (staff.Staff.Where(address => staff.RecipientOf(address) == delivery.Recipient).ToList() is not [var to]) return null;

        var language = Language.Of(partition.Split(InLanguage)[^1]);
        var (subject, html, _) = await preview.RenderAsync(entry, clock.GetUtcNow(), language);
        return new(to, null, $"Test – {subject}", html);
    }
}
