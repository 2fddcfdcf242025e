using Azure.Data.Tables;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.MailingList;

namespace ThaffFunctions.Tests.Registration.Seating;

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
        var seat = await MailAsync(stage, Person.Ada.Email, "Angemeldet für");
        await stage.SpoilAsync("berta@werkstatt.example", "State");

        var answer = await stage.Http.PostAsync(seat.LinkTo("/anmeldung"), new FormUrlEncodedContent([new("action", "cancel")]));

        Assert.True((int)answer.StatusCode < 400, $"{answer.StatusCode}");
        await MailAsync(stage, "clara@werkstatt.example", "Sie haben einen Platz");
    }

    [Fact]
    public async Task Who_waits_and_has_lost_the_place_in_line_can_cancel()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(TestSessions.October with { Seats = 1 });
        await stage.RegisterAsync(Person.Ada);
        await stage.RegisterAsync(Person.Bo);
        var waiting = await MailAsync(stage, Person.Bo.Email, "Warteliste");
        var table = stage.Service<TableServiceClient>().GetTableClient(Tables.Registrations);
        var line = await table.QueryAsync<TableEntity>().SingleAsync(row => row.RowKey.StartsWith("waiting-", StringComparison.Ordinal));
        await table.DeleteEntityAsync(line);

        var answer = await stage.Http.PostAsync(waiting.LinkTo("/anmeldung"), new FormUrlEncodedContent([new("action", "cancel")]));

        Assert.True((int)answer.StatusCode < 400, $"{answer.StatusCode}");
        Assert.Equal("Bo", Assert.Single((await SeatBook.ReadAsync(stage)).ExpectSound().Cancelled).FirstName);
    }

    [Fact]
    public async Task A_spoiled_place_in_line_keeps_nobody_behind_it_waiting()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(TestSessions.October with { Seats = 1 });
        await stage.RegisterAsync(Person.Ada);
        var seat = await MailAsync(stage, Person.Ada.Email, "Angemeldet für");
        foreach (var person in new[] { Person.Bo, Person.Cem }) await stage.RegisterAsync(person);
        var table = stage.Service<TableServiceClient>().GetTableClient(Tables.Registrations);
        var first = await table.QueryAsync<TableEntity>().FirstAsync(row => row.RowKey.StartsWith("waiting-", StringComparison.Ordinal));
        first["Attendee"] = 7;
        await table.UpdateEntityAsync(first, first.ETag, TableUpdateMode.Replace);

        await stage.Http.PostAsync(seat.LinkTo("/anmeldung"), new FormUrlEncodedContent([new("action", "cancel")]));

        await MailAsync(stage, Person.Cem.Email, "Sie haben einen Platz");
    }

    static Task<SentMail> MailAsync(Stage stage, string to, string subject) => Stage.EventuallyAsync(async () =>
        (await stage.MailsAsync(to)).FirstOrDefault(mail => mail.Subject.StartsWith(subject, StringComparison.Ordinal)));
}
