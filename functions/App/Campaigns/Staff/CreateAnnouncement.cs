using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Campaigns.Staff;

/// <summary>
/// Stores an announcement (JSON, see <see cref="AnnouncementFields"/>). It is held: nobody gets it before it was looked at and released.
/// </summary>
public sealed class CreateAnnouncement(ProgrammeQuery programme, CampaignStore campaigns, TimeProvider clock)
{
    [Function(nameof(CreateAnnouncement))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/staff/campaigns")] HttpRequest request,
        CancellationToken cancellation)
    {
        if (await ReadAsync(request, cancellation) is not { } typed)
            return Results.Problem("Erwartet wird eine Mitteilung als JSON.", statusCode: StatusCodes.Status400BadRequest);

        var session = SessionId.Parse(typed.Session) is { } known ? await programme.FindAsync(known, cancellation) : null;
        var now = clock.GetUtcNow();
        var (announcement, due, problems) = typed.Check(session, now);
        if (problems.Any) return problems.ToResult();

        var campaign = Campaign.Plan(CampaignId.NewAnnouncement(session?.Id), now).Hold()! with { Announcement = announcement, Due = due };
        await campaigns.AddAsync(campaign, cancellation);
        return Results.Json(new { id = campaign.Id.ToString() }, statusCode: StatusCodes.Status201Created);
    }

    static async Task<AnnouncementFields?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasJsonContentType() || await RequestBytes.ReadAsync(request, FormBody.MaxBytes, cancellation) is not { } bytes)
            return null;
        try
        {
            return JsonSerializer.Deserialize<AnnouncementFields>(bytes, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
