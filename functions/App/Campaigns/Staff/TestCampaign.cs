using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Mail.Notices;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Campaigns.Staff;

/// <summary>Sends a campaign's mail to one member of staff (<c>?to=address</c>), as often as they ask.</summary>
public sealed class TestCampaign(CampaignCalendar calendar, CampaignDeliveryStore deliveries, StaffNotices staff, MessageSender messages)
{
    [Function(nameof(TestCampaign))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/staff/campaigns/{id}/test")] HttpRequest request, string id,
        CancellationToken cancellation)
    {
        if (CampaignId.Parse(id) is not { } campaign || await calendar.FindAsync(campaign, cancellation) is null)
            return CampaignAnswers.Unknown;

        var to = EmailAddress.Read(request.Query["to"]).Address;
        if (!staff.Staff.Any(address => address.Canonical == to?.Canonical))
            return Results.Problem("Tests gehen nur an eine Adresse der Redaktion (Site__StaffEmails).",
                statusCode: StatusCodes.Status422UnprocessableEntity);

        var mail = await deliveries.AddTestAsync(campaign, staff.RecipientOf(to!.Value), cancellation);
        await messages.SendAsync(Queues.Deliveries, mail.ToString(), cancellation: cancellation);
        return Results.Accepted();
    }
}
