using System.Net.Http.Json;
using Azure.Data.Tables;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Pending;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Tests.Registration;

/// <summary>Somebody who fills in the form.</summary>
public sealed record Person(string FirstName, string LastName, string Email)
{
    public static readonly Person Ada = new("Ada", "Löwe", "ada@werkstatt.example");
    public static readonly Person Bo = new("Bo", "O’Neill", "bo@pflege.example");
    public static readonly Person Cem = new("Cem", "Yıldız-Straße", "cem+kurs@bau.example");

    public Dictionary<string, string> Form(string session) => new()
    {
        ["session"] = session,
        ["firstName"] = FirstName,
        ["lastName"] = LastName,
        ["email"] = Email,
        ["company"] = "Werkstatt Löwe GmbH & Co. KG",
        ["sector"] = "handwerk",
        ["region"] = "erfurt",
    };
}

static class Registering
{
    /// <summary>Waits until no application from a known address is left to be settled.</summary>
    public static Task SettledAsync(this Stage stage) =>
        Stage.EventuallyAsync(async () => (await stage.PendingAsync(PendingWork.Application)).Count == 0);

    /// <summary>The keys of the October session's work that is still to be done.</summary>
    public static async Task<IReadOnlyList<string>> PendingAsync(this Stage stage, PendingWork work) => await stage
        .Service<TableServiceClient>().GetTableClient(Tables.Registrations).QueryAsync<TableEntity>(TableClient.CreateQueryFilter(
            $"PartitionKey eq {TestSessions.October.Id.Value} and RowKey ge {work.Prefix} and RowKey lt {work.Prefix + "~"}"))
        .Select(row => row.RowKey[work.Prefix.Length..]).ToListAsync();

    /// <summary>Writes a value that nobody expects into the row of an attendee of the October session.</summary>
    public static async Task SpoilAsync(this Stage stage, string email, string column)
    {
        var table = stage.Service<TableServiceClient>().GetTableClient(Tables.Registrations);
        var row = await table.QueryAsync<TableEntity>(row => row.PartitionKey == TestSessions.October.Id.Value)
            .FirstAsync(row => row.ContainsKey("Email") && row.GetString("Email") == email);
        row[column] = 7.5;
        await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
    }

    public static Task<HttpResponseMessage> RegisterAsync(this Stage stage, Person person, string? session = null,
        params (string Field, string Value)[] changes)
    {
        var form = person.Form(session ?? TestSessions.October.Id.Value);
        foreach (var (field, value) in changes) form[field] = value;
        return stage.Http.PostAsJsonAsync("/api/registrations", form);
    }

    public static Task<HttpResponseMessage> PostFormAsync(this Stage stage, Person person, string? session = null,
        params (string Field, string Value)[] changes)
    {
        var form = person.Form(session ?? TestSessions.October.Id.Value);
        foreach (var (field, value) in changes) form[field] = value;
        var isPage = SessionId.Parse(form["session"]) is not null; // where the site's own form posts to; those of other sites post to the other
        return stage.Http.PostAsync(isPage ? $"/termine/{form["session"]}" : "/api/registrations", new FormUrlEncodedContent(form));
    }
}
