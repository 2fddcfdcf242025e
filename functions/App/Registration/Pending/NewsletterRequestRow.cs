using Azure.Data.Tables;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration.Pending;

/// <summary>A request for the newsletter as a row of table registrations; one for each attendee at most.</summary>
static class NewsletterRequestRow
{
    public static TableEntity Of(SessionId session, string attendeeKey, NewsletterRequest request) =>
        new(session.Value, KeyOf(attendeeKey)) { ["AskedAt"] = request.AskedAt, ["AskedFrom"] = request.AskedFrom };

    public static string KeyOf(string attendeeKey) => PendingWork.NewsletterRequest.Prefix + attendeeKey;

    public static NewsletterRequest Read(TableEntity row) => new(row.GetDateTimeOffset("AskedAt")!.Value, row.Text("AskedFrom"));
}
