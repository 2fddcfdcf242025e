using System.Net;
using Azure.Data.Tables;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Registration;

namespace ThaffFunctions.Tests.Shared;

public sealed class OptimisticConcurrencyTests
{
    [Fact]
    public async Task Whoever_is_overtaken_every_time_is_told_to_come_again_and_keeps_nobody_waiting()
    {
        var account = await StorageEmulator.NewAccountAsync();
        var storage = new ArrangedStorage();
        await using var stage = await Stage.OpenAsync(replace: services => storage.Replace(services, account), storage: account);
        await stage.PlanAsync(TestSessions.October);
        var other = new TableClient(account, Tables.Registrations);
        storage.Before = async _ =>
            await other.UpdateEntityAsync(new TableEntity(TestSessions.October.Id.Value, "seats") { ["Touched"] = Guid.NewGuid() },
                Azure.ETag.All);

        var answer = await stage.RegisterAsync(Person.Ada).WaitAsync(TimeSpan.FromSeconds(60));
        storage.Before = _ => Task.CompletedTask;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await stage.RegisterAsync(Person.Ada)).StatusCode);
    }
}
