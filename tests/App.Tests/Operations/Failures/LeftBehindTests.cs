using System.Net;
using AngleSharp.Html.Dom;
using Azure.Storage.Queues;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Staff;

namespace ThaffFunctions.Tests.Operations.Failures;

/// <summary>Work that was given up, as staff see it and decide on it.</summary>
public sealed class LeftBehindTests : SignedIn
{
    const string Page = "/redaktion/zustand/vorgaenge";

    [Fact]
    public async Task What_was_given_up_is_told_in_words_and_is_done_once_it_is_tried_again()
    {
        Assert.Contains("Nichts ist liegen geblieben.", (await staff.SeeAsync(Page)).Body!.TextContent, StringComparison.Ordinal);
        var session = TestSessions.October;
        await stage.Service<ProgrammeStore>().WriteAsync([new(session, "x.yaml", stage.Clock.GetUtcNow(), default)], default);
        await GiveUpAsync(Queues.SessionChanges, session.Id.Value);
        await GiveUpAsync(Queues.ProgrammeEvents,
            """{"subject":"/blobServices/default/containers/programme/blobs/2027.yaml","eventType":"Microsoft.Storage.BlobCreated"}""");
        await GiveUpAsync(Queues.Publications, "kein Termin");

        var page = await staff.SeeAsync(Page);
        Assert.Equal(
        [
            ("Eine Dokumentation ist nicht erneuert. (publications)", "nicht bekannt"),
            ("Eine Programmdatei ist nicht übernommen. (programme-events)", "Datei „2027.yaml“"),
            ("Zu einem geänderten Termin sind Plätze, Warteliste und E-Mails nicht nachgeführt. (session-changes)",
                "„Sprache im Betrieb“ am 5. Oktober 2026"),
        ], page.QuerySelectorAll("tbody tr").Select(row => (row.Children[0].TextContent, row.Children[1].TextContent)).Order());
        Assert.Contains((await staff.SeeAsync("/redaktion")).QuerySelectorAll("main li a"),
            line => line.TextContent == "3 Vorgänge sind liegen geblieben" && line.GetAttribute("href") == Page);

        var done = await DecideAsync(page, Queues.SessionChanges, "nochmal");

        Assert.StartsWith("Der Vorgang wird noch einmal versucht.", done.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        await Stage.EventuallyAsync(async () => await stage.Service<SeatStore>().ReadAsync(session.Id, default) is not null);
        Assert.Equal(2, (await staff.SeeAsync(Page)).QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Liegen gebliebener Vorgang noch einmal versucht", (await staff.SeeAsync("/redaktion/protokoll")).Body!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_ticked_off_is_gone_and_who_decides_second_is_told_so()
    {
        await GiveUpAsync(Queues.Publications, "kein Termin");
        await GiveUpAsync(Queues.Publications, "auch keiner");
        var page = await staff.SeeAsync(Page);

        var done = await DecideAsync(page, Queues.Publications, "erledigt");

        Assert.Equal("Der Vorgang ist als erledigt aus der Liste genommen.", done.QuerySelector("[role=status]")!.TextContent);
        Assert.Single(done.QuerySelectorAll("tbody tr")); // the other is seen again at once
        var late = await PostAsync(page, Queues.Publications, "nochmal", HttpStatusCode.UnprocessableEntity);
        Assert.Contains("schon erledigt", late.QuerySelector(".problems")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await stage.Service<QueueServiceClient>().GetQueueClient(Queues.Publications).PeekMessagesAsync(32)).Value);
    }

    async Task GiveUpAsync(string queue, string message)
    {
        var poison = stage.Service<QueueServiceClient>().GetQueueClient(queue + Queues.Poison);
        await poison.CreateIfNotExistsAsync();
        await poison.SendMessageAsync(message);
    }

    async Task<IHtmlDocument> DecideAsync(IHtmlDocument page, string queue, string act)
    {
        var answer = await SubmitAsync(page, queue, act);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return await staff.SeeAsync(answer.Headers.Location!.OriginalString);
    }

    async Task<IHtmlDocument> PostAsync(IHtmlDocument page, string queue, string act, HttpStatusCode status) =>
        await StaffBrowser.PageAsync(await SubmitAsync(page, queue, act), status);

    async Task<HttpResponseMessage> SubmitAsync(IHtmlDocument page, string queue, string act)
    {
        var form = page.QuerySelectorAll("tbody form").First(form => form.QuerySelector($"input[value='{queue}']") is not null);
        return await staff.Http.PostAsync(Page, new FormUrlEncodedContent(StaffBrowser.Filled(form, ("tun", act))));
    }
}
