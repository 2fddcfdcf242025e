using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Shared.Time;
using ThaffFunctions.Shared.Web.Files;

namespace ThaffFunctions.Site;

/// <summary>Serves the programme as JSON for programs of other sites.</summary>
public sealed class ServeProgrammeJson(ProgrammeQuery programme, SessionListings listings)
{
    // Umlauts are not escaped; the JSON is never put into HTML.
    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Function(nameof(ServeProgrammeJson))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "programm.json")] HttpRequest request,
        CancellationToken cancellation)
    {
        var sessions = await listings.OfAsync(await programme.AllAsync(cancellation), cancellation);
        var text = JsonSerializer.Serialize(new { sessions = sessions.Select(Entry) }, Plain);
        return Feed.Serve(request, text, "application/json; charset=utf-8");
    }

    static object Entry(SessionListing listing) => new
    {
        id = listing.Session.Id.Value,
        title = listing.Session.Title,
        start = Iso(listing.Session.Start),
        end = Iso(listing.Session.End),
        status = listing.Session.IsCancelled ? "cancelled" : "scheduled",
        registration = listing.Availability switch
        {
            Availability.Open or Availability.ToldByMail => "open",
            Availability.WaitingList => "waitingList",
            _ => "closed",
        },
    };

    static string Iso(DateTimeOffset instant) => Berlin.Local(instant).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
