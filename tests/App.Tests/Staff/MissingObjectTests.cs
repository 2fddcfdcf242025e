using System.Net;
using AngleSharp.Html.Dom;
using Azure.Data.Tables;
using ThaffFunctions.Registration.PersonalData;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Tests.Staff;

/// <summary>What an address or a form is about is not there, or no more: the Redaktion says so on a page of its own and leads on.</summary>
public sealed class MissingObjectTests : IAsyncLifetime
{
    const string Unknown = "2031-01-unbekannt";

    /// <summary>A key of the right form that nobody has.</summary>
    static readonly string Nobody = new('0', 32);

    StaffWorld world = null!;

    public async Task InitializeAsync() => world = await StaffWorld.OpenAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task Pages_and_forms_of_what_is_not_in_the_programme_say_so_and_lead_to_what_is_nearest()
    {
        var pages = world.PagesByFunction().Values.Select(path => (Path: path, Missing: Missing(path)))
            .Where(page => page.Missing != page.Path).ToList();
        var forms = world.Forms().Select(form => form.Action).Distinct().Select(path => (Path: path, Missing: Missing(path)))
            .Where(form => form.Missing != form.Path).ToList();

        Assert.Equal(StaffWorld.Pages.Count(page => page.Route.Contains('{', StringComparison.Ordinal)), pages.Count);
        Assert.NotEmpty(forms);
        foreach (var (path, missing) in pages)
            Expect(await world.Staff.SeeAsync(missing, HttpStatusCode.NotFound), ListOf(path));
        foreach (var (path, missing) in forms)
            Expect(await StaffBrowser.PageAsync(await world.Staff.Http.PostAsync(missing, new FormUrlEncodedContent([])),
                HttpStatusCode.NotFound), ListOf(path));

        static string ListOf(string path) => string.Join('/', path.Split('/').Take(3));
    }

    [Fact]
    public async Task Parts_of_what_is_there_that_are_not_there_lead_to_it()
    {
        var (list, document) = (StaffWorld.List, $"/redaktion/dokumentation/{StaffWorld.October.Id}");

        Expect(await world.Staff.SeeAsync($"{list}/{Nobody}", HttpStatusCode.NotFound), list);
        foreach (var act in new[] { "nachruecken", "wechseln", "bestaetigung", "absagen", "angerufen" })
            Expect(await StaffBrowser.PageAsync(await world.Staff.Http.PostAsync($"{list}/{Nobody}/{act}",
                new FormUrlEncodedContent([])), HttpStatusCode.NotFound), list);
        Expect(await world.Staff.SeeAsync($"{document}/dateien/andere.md", HttpStatusCode.NotFound), document);
        Expect(await world.Staff.SeeAsync($"{document}/bilder/anderes.png", HttpStatusCode.NotFound), document);
        Expect(await world.Staff.SeeAsync("/redaktion/dokumentation/2026/vorschau.pdf", HttpStatusCode.NotFound), "/redaktion/dokumentation/2026");
        var campaign = $"/redaktion/aussendungen/{StaffWorld.Planned}";
        Expect(await StaffBrowser.PageAsync(await world.Staff.Http.PostAsync(campaign + "/verbrennen", new FormUrlEncodedContent([])),
            HttpStatusCode.NotFound), "/redaktion/aussendungen");
    }

    [Fact]
    public async Task Somebody_who_was_erased_while_their_page_was_open_is_gone()
    {
        using var second = await StaffBrowser.OpenAsync(world.Stage);
        var correct = world.Forms().Single(form => form.Function == "CorrectAttendee");
        var typed = await correct.FillAsync(second);
        await world.Stage.Service<AttendeeErasure>()
            .EraseAsync(StaffWorld.October.Id, correct.Action.Split('/')[^1], default);

        var page = await correct.PostAsync(second, typed, HttpStatusCode.NotFound);

        Expect(page, StaffWorld.List);
        Assert.Contains("Geändert wurde nichts.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_cannot_be_read_and_a_failure_are_told_within_the_redaktion()
    {
        Expect(await StaffBrowser.PageAsync(await world.Staff.Http.PostAsync("/redaktion/termine/neu",
            new FormUrlEncodedContent([new("description", new('x', 70_000))])), HttpStatusCode.RequestEntityTooLarge), "/redaktion/termine");
        await world.Stage.Service<TableServiceClient>().GetTableClient(Tables.Audit).DeleteAsync();
        Expect(await StaffBrowser.PageAsync(await world.Staff.Http.GetAsync("/redaktion/protokoll"), HttpStatusCode.ServiceUnavailable),
            "/redaktion/protokoll");
    }

    static string Missing(string path) => path.Replace(StaffWorld.October.Id.Value, Unknown, StringComparison.Ordinal)
        .Replace(StaffWorld.Mistake.Id.Value, Unknown, StringComparison.Ordinal)
        .Replace(StaffWorld.August.Id.Value, Unknown, StringComparison.Ordinal)
        .Replace(StaffWorld.Chapter, Unknown, StringComparison.Ordinal);

    /// <summary>The navigation is there, nothing leads out of the Redaktion, and the page itself leads to where one goes on.</summary>
    static void Expect(IHtmlDocument page, string on)
    {
        Assert.NotEmpty(page.QuerySelectorAll("nav.staff a[href='/redaktion/termine']"));
        var links = page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Contains(on, links);
        Assert.Contains("/redaktion", links);
        Assert.All(links, link => Assert.StartsWith("/redaktion", link, StringComparison.Ordinal));
        Assert.Equal(links.Distinct(), links);
    }
}
