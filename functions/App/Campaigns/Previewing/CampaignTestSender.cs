using ThaffFunctions.Campaigns.Expanding;
using ThaffFunctions.Mail.Notices;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Campaigns.Previewing;

/// <summary>Sends a campaign's mail to one member of staff, as often as they ask.</summary>
public sealed class CampaignTestSender(CampaignDeliveryStore deliveries, StaffNotices staff, MessageSender messages)
{
    public const string NotStaff = "Tests gehen nur an eine Adresse der Redaktion (Site__StaffEmails).";

    /// <summary>Who may be sent a test.</summary>
    public IReadOnlyList<EmailAddress> Staff => staff.Staff;

    /// <param name="campaign">One that there is.</param>
    /// <param name="language">In which.</param>
    /// <param name="to">The address as it was typed.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What is wrong, in German; null if the mail is on its way.</returns>
    public async Task<string?> SendAsync(CampaignId campaign, Language language, string to, CancellationToken cancellation)
    {
        var address = EmailAddress.Read(to).Address;
        if (!staff.Staff.Any(known => known.Canonical == address?.Canonical)) return NotStaff;

        var mail = await deliveries.AddTestAsync(campaign, language, staff.RecipientOf(address!.Value), cancellation);
        await messages.SendAsync(Queues.Deliveries, mail.ToString(), cancellation: cancellation);
        return null;
    }
}
