using System.Net;
using ThaffFunctions.Registration.Managing;

namespace ThaffFunctions.Tests.Registration.Seating;

/// <summary>What a registration causes must not take longer, the more are registered: nothing searches a session's rows.</summary>
public sealed class SeatingStorageCallsTests
{
    [Fact]
    public async Task Settling_reads_rows_by_their_keys_alone()
    {
        using var storage = new RecordedStorage("SettleApplication");
        await using var stage = await OpenAsync(storage);

        await stage.RegisterAsync(Person.Ada);
        await stage.RegisterAsync(Person.Bo with { Email = Person.Ada.Email });
        await stage.SettledAsync();

        var calls = storage.Take();
        Assert.Contains(calls, call => call.StartsWith("POST", StringComparison.Ordinal));
        Assert.All(calls.Where(call => call.StartsWith("GET", StringComparison.Ordinal)),
            call => Assert.Contains("RowKey='", call, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cancelling_reads_rows_by_their_keys_and_the_head_of_the_line()
    {
        using var storage = new RecordedStorage("ChangeRegistration");
        await using var stage = await OpenAsync(storage);
        var seated = (await SeatBook.ReadAsync(stage)).Seated[0];

        var answer = await stage.Http.PostAsync(stage.Service<ManageLink>().For(TestSessions.October, seated).PathAndQuery,
            new FormUrlEncodedContent([KeyValuePair.Create("action", "cancel")]));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var searched = storage.Take().Where(call => call.StartsWith("GET", StringComparison.Ordinal)
            && !call.Contains("RowKey='", StringComparison.Ordinal));
        var line = Assert.Single(searched);
        Assert.Contains("$top=2", line, StringComparison.Ordinal);
        Assert.Contains("RowKey ge 'waiting-'", line, StringComparison.Ordinal);
        Assert.Equal(3, (await SeatBook.ReadAsync(stage)).ExpectSound().Seated.Count);
    }

    /// <summary>Three seats, and forty who want them.</summary>
    static async Task<Stage> OpenAsync(RecordedStorage storage)
    {
        var account = await StorageEmulator.NewAccountAsync();
        var stage = await Stage.OpenAsync(settings: new() { ["AzureWebJobs.DeliverMail.Disabled"] = "true" },
            replace: services => storage.Replace(services, account), storage: account);
        await stage.PlanAsync(TestSessions.October with { Seats = 3 });
        await Task.WhenAll(Enumerable.Range(1, 39).Select(n => stage.RegisterAsync(new("Gast", $"Nummer {n}", $"gast{n}@example.org"))));
        await stage.RegisterAsync(Person.Ada);
        return stage;
    }
}
