using System.Net;
using Azure.Data.Tables;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Registration.Seating;

namespace ThaffFunctions.Tests.Registration.Applying;

/// <summary>Beside a spoiled row of an address or a person, everybody still gets a place.</summary>
public sealed class UnreadableAddressTests
{
    [Fact]
    public async Task An_address_that_cannot_be_read_keeps_neither_its_own_persons_nor_those_beside_them_from_a_place()
    {
        var account = await StorageEmulator.NewAccountAsync();
        var storage = new ArrangedStorage();
        await using var stage = await Stage.OpenAsync(settings: new() { ["AzureWebJobs.DeliverMail.Disabled"] = "true" },
            replace: services => storage.Replace(services, account), storage: account);
        await stage.PlanAsync(TestSessions.October);
        await stage.RegisterAsync(Person.Ada);
        var table = stage.Service<TableServiceClient>().GetTableClient(Tables.Registrations);
        var address = await AddressAsync(table);
        address["Persons"] = 7;
        await table.UpdateEntityAsync(address, address.ETag, TableUpdateMode.Replace);

        var held = new TaskCompletionSource();
        storage.Begin();
        storage.Before = number => number == 1 ? held.Task : Task.CompletedTask;
        var first = stage.RegisterAsync(new("Gast", "Null", "gast0@example.org"));
        await Stage.EventuallyAsync(() => Task.FromResult(storage.Transactions == 1));
        Task<HttpResponseMessage>[] group =
        [
            stage.RegisterAsync(Person.Bo), stage.RegisterAsync(Person.Cem with { Email = Person.Ada.Email }),
            stage.RegisterAsync(new("Gast", "Eins", "gast1@example.org")),
        ];
        await Stage.EventuallyAsync(async () => // all of them are in line
            await stage.Service<TableServiceClient>().GetTableClient(Tables.Limits).QueryAsync<TableEntity>($"Taken eq {5}").AnyAsync());
        held.SetResult();

        Assert.All(await Task.WhenAll([first, .. group]), answer => Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode));
        var book = (await SeatBook.ReadAsync(stage)).ExpectSound();
        Assert.Equal(["Ada", "Bo", "Cem", "Gast", "Gast"], book.Seated.Select(attendee => attendee.FirstName).Order());
        Assert.Equal(
            book.Seated.Where(attendee => attendee.Email.Value == Person.Ada.Email).Select(attendee => attendee.Key).Order(),
            (await AddressAsync(table, address.RowKey)).GetString("Persons").Split(';').Order()); // it is mended
    }

    [Fact]
    public async Task A_person_whose_row_cannot_be_read_keeps_nobody_with_the_same_address_from_a_place()
    {
        await using var stage = await Stage.OpenAsync(settings: new() { ["AzureWebJobs.DeliverMail.Disabled"] = "true" });
        await stage.PlanAsync(TestSessions.October);
        await stage.RegisterAsync(Person.Ada);
        await stage.SpoilAsync(Person.Ada.Email, "State");

        await stage.RegisterAsync(Person.Bo with { Email = Person.Ada.Email });
        await stage.RegisterAsync(Person.Ada);

        Assert.Equal(["Ada", "Bo"], (await SeatBook.ReadAsync(stage)).Seated.Select(attendee => attendee.FirstName).Order());
    }

    /// <summary>Of Ada, who came first.</summary>
    static async Task<TableEntity> AddressAsync(TableClient table, string? key = null) => await table.QueryAsync<TableEntity>()
        .FirstAsync(row => row.RowKey.StartsWith(key ?? "address-", StringComparison.Ordinal));
}
