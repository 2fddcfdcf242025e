using System.Net;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using SendGrid;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Staff;

namespace ThaffFunctions.Tests.Operations.Health;

public sealed class ShowStateTests
{
    [Fact]
    public async Task Staff_read_that_all_is_well()
    {
        await using var stage = await Stage.OpenAsync(settings: StaffSignIn.On);

        var answer = await stage.GetAsync("/redaktion/zustand", StaffSignIn.Staff);
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        foreach (var part in new[] { "Tabellen", "Dateien", "Warteschlangen", "Maildienst" })
            Assert.Contains($"{part}: in Ordnung", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_named()
    {
        // the host makes a queue again that it listens to
        await using var stage = await Stage.OpenAsync(
            settings: new(StaffSignIn.On) { ["AzureWebJobs.PublishDocumentation.Disabled"] = "true" });
        await stage.Service<TableServiceClient>().DeleteTableAsync(Tables.Limits);
        await stage.Service<BlobServiceClient>().GetBlobContainerClient(Containers.Failed).DeleteAsync();
        await stage.Service<QueueServiceClient>().GetQueueClient(Queues.Publications).DeleteAsync();

        var answer = await stage.GetAsync("/redaktion/zustand", StaffSignIn.Staff);
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        foreach (var missing in new[] { Tables.Limits, Containers.Failed, Queues.Publications })
            Assert.Contains($"Es fehlen: {missing}.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_storage_does_not_tell_which_mails_wait_is_no_fault_of_the_mail_service()
    {
        await using var stage = await Stage.OpenAsync(settings: StaffSignIn.On);
        await stage.Service<TableServiceClient>().DeleteTableAsync(Tables.Deliveries);

        var page = await (await stage.GetAsync("/redaktion/zustand", StaffSignIn.Staff)).Content.ReadAsStringAsync();

        Assert.Contains("Maildienst: in Ordnung", page, StringComparison.Ordinal);
        Assert.Contains("Wartende E-Mails: Störung", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_that_were_given_up_show()
    {
        await using var stage = await Stage.OpenAsync(settings: StaffSignIn.On);
        var poison = stage.Service<QueueServiceClient>().GetQueueClient(Queues.Publications + Queues.Poison);
        await poison.CreateIfNotExistsAsync();
        await poison.SendMessageAsync("2026-10-x");

        var answer = await stage.GetAsync("/redaktion/zustand", StaffSignIn.Staff);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("1 Vorgang ist liegen geblieben.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, """{"scopes":["mail.send","2fa_required"]}""", "sonst nichts")]
    [InlineData(HttpStatusCode.OK, """{"scopes":["mail.send","recipients.erasejob.create"]}""", "Empfänger*innen löschen und sonst nichts")]
    [InlineData(HttpStatusCode.OK, """{"scopes":["mail.send","api_keys.create"]}""", "darf mehr als E-Mails senden (1 weitere Rechte)")]
    [InlineData(HttpStatusCode.OK, """{"scopes":["stats.read"]}""", "darf keine E-Mails senden")]
    [InlineData(HttpStatusCode.Unauthorized, """{"errors":[]}""", "Der Maildienst lehnt den Schlüssel ab, mit dem wir uns ausweisen; das behebt die technische Betreuung (SendGrid 401).")]
    [InlineData(HttpStatusCode.OK, "kein JSON", "Nicht erreichbar (Json")]
    public async Task The_keys_rights_are_told(HttpStatusCode status, string body, string told)
    {
        await using var stage = await Stage.OpenAsync(settings: StaffSignIn.On,
            replace: services => services.AddSingleton(SendGridThatAnswers(status, body)));

        Assert.Contains(told,
            WebUtility.HtmlDecode(await (await stage.GetAsync("/redaktion/zustand", StaffSignIn.Staff)).Content.ReadAsStringAsync()),
            StringComparison.Ordinal);
    }

    static ISendGridClient SendGridThatAnswers(HttpStatusCode status, string body)
    {
        var client = new Mock<ISendGridClient>();
        client.Setup(it => it.RequestAsync(BaseClient.Method.GET, null, null, "scopes", It.IsAny<CancellationToken>()))
            .ReturnsAsync(() => new Response(status, new StringContent(body), null));
        return client.Object;
    }
}
