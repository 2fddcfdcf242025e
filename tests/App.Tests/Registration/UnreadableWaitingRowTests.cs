using Azure.Data.Tables;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.MailingList;

namespace ThaffFunctions.Tests.Registration;

public sealed class UnreadableWaitingRowTests
{
    [Fact]
    public async Task Who_waits_behind_it_moves_up_all_the_same()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(TestSessions.October with { Seats = 1 });
        await stage.RegisterAsync(Person.Ada);
        await stage.RegisterAsync(new("Berta", "Bunt", "berta@werkstatt.example"));
        await stage.RegisterAsync(new("Clara", "Klug", "clara@werkstatt.example"));
        var seat = await MailAsync(stage, Person.Ada.Email, "Ihre Anmeldung");
        var table = stage.Service<TableServiceClient>().GetTableClient(Tables.Registrations);
        var row = await table.QueryAsync<TableEntity>(row => row.RowKey.CompareTo("attendee-") > 0)
            .FirstAsync(found => found.GetString("Email") == "berta@werkstatt.example");
        row["State"] = "irgendwie";
        await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);

        var answer = await stage.Http.PostAsync(seat.LinkTo("/anmeldung"), new FormUrlEncodedContent([new("action", "cancel")]));

        Assert.True((int)answer.StatusCode < 400, $"{answer.StatusCode}");
        await MailAsync(stage, "clara@werkstatt.example", "Sie haben einen Platz");
    }

    static Task<SentMail> MailAsync(Stage stage, string to, string subject) => Stage.EventuallyAsync(async () =>
        (await stage.MailsAsync(to)).FirstOrDefault(mail => mail.Subject.StartsWith(subject, StringComparison.Ordinal)));
}
