using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Campaigns.Staff.Announcements;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Web.Forms;

namespace ThaffFunctions.Campaigns.Staff.Api;

/// <summary>
/// Stores an announcement (JSON, see <see cref="AnnouncementFields"/>). It is held: nobody gets it before it was looked at and released.
/// </summary>
public sealed class CreateAnnouncement(AnnouncementDesk desk)
{
    [Function(nameof(CreateAnnouncement))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/staff/campaigns")] HttpRequest request,
        CancellationToken cancellation)
    {
        if (await ReadAsync(request, cancellation) is not { } typed)
            return Results.Problem("Erwartet wird eine Mitteilung als JSON.", statusCode: StatusCodes.Status400BadRequest);

        var (id, problems) = await desk.AddAsync(typed, cancellation);
        return id is null ? problems.ToResult(Language.German)
            : Results.Json(new { id = id.ToString() }, statusCode: StatusCodes.Status201Created);
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
