using Microsoft.Extensions.Options;
using ThaffFunctions.Campaigns.Expanding;
using ThaffFunctions.Campaigns.Previewing;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Campaigns.Staff.SingleCampaign;

/// <summary>Collects what the page of one campaign shows.</summary>
public sealed class CampaignPages(
    CampaignPreview preview, ReachCount reaches, CampaignDeliveryStore deliveries, CampaignTestSender test,
    IOptions<CampaignOptions> options, TimeProvider clock)
{
    /// <summary>A page goes through so many people and mails; exact figures of a larger list are asked for by a link.</summary>
    const int MaxCounted = 2000;

    /// <param name="frame">What stands around it.</param>
    /// <param name="entry">The campaign.</param>
    /// <param name="problems">Why something could not be done.</param>
    /// <param name="countsAll">However many there are.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<CampaignModel> PageAsync(
        StaffFrame frame, CampaignEntry entry, FieldProblems problems, bool countsAll, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var campaign = entry.Campaign ?? Campaign.Plan(entry.Id, now);
        var most = countsAll ? int.MaxValue : MaxCounted;
        var model = new CampaignModel(frame, entry, new(campaign, options.Value.NeedsRelease), test.Staff, problems)
        {
            Now = now,
        };
        if (HasPreview(entry)) model = model with { Previews = await PreviewsAsync(entry, now) };
        if (campaign.IsAhead && HasPreview(entry))
            return model with { Reach = await reaches.CountAsync(campaign, entry.Session, cancellation, most) };
        if (campaign.IsAhead) return model;

        var counts = await deliveries.CountAsync(entry.Id, cancellation, most);
        return model with { Deliveries = counts.States, Skipped = counts.Skipped, IsCounted = counts.States.Values.Sum() < most };
    }

    /// <summary>The mail as an invented recipient gets it; null if its session is gone.</summary>
    public async Task<string?> HtmlAsync(CampaignEntry entry, Language language) =>
        HasPreview(entry) ? (await preview.RenderAsync(entry, clock.GetUtcNow(), language)).Html : null;

    async Task<IReadOnlyList<(Language, string, string)>> PreviewsAsync(CampaignEntry entry, DateTimeOffset now)
    {
        List<(Language, string, string)> previews = [];
        foreach (var language in Language.All)
        {
            var (subject, _, text) = await preview.RenderAsync(entry, now, language);
            previews.Add((language, subject, text));
        }

        return previews;
    }

    static bool HasPreview(CampaignEntry entry) =>
        entry.Session is not null || entry.Campaign?.Announcement is not null || entry.Id.Kind == CampaignKind.Digest;
}
