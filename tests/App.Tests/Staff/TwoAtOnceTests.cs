using System.Net;
using Azure.Data.Tables;
using ThaffFunctions.Campaigns;
using ThaffFunctions.MailingList.Choosing;
using ThaffFunctions.MailingList.Import;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Campaigns;
using ThaffFunctions.Tests.MailingList;

namespace ThaffFunctions.Tests.Staff;

/// <summary>
/// Two members of staff have the same form open, and the first has done something else by the time the second posts theirs. The second is
/// told, and nothing of the first is overwritten; or there is nothing that could be.
/// </summary>
public sealed class TwoAtOnceTests : IAsyncLifetime
{
    /// <summary>Forms that ask and change nothing, and forms of which each makes something new or sends something.</summary>
    static readonly string[] NothingToOverwrite =
    [
        "CompareProgrammeFile", "SearchRegistrations", "FindSubscriber", "FindPerson", "ProveConsents", "CountListNow",
        "ComposeAnnouncement", "ReceiveContacts", "ConfirmAttendeeAgain",
        "AskSubscriberAgain",
    ];

    StaffWorld world = null!;

    public async Task InitializeAsync() => world = await StaffWorld.OpenAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    /// <summary>The form; what the first does (the same form, with something else typed); what the second is told.</summary>
    public static TheoryData<string, string, string> Refused => new()
    {
        { "ReceiveProgramme", "", "Das Programm hat sich inzwischen geändert" },
        { "CreateSession", "title=Vom ersten", "Diese Kennung hat schon ein Termin" },
        { "EditSession", "title=Vom ersten", "inzwischen geändert" },
        { "AddAttendee", "", "schon angemeldet" },
        { "CorrectAttendee", "firstName=Alma", "inzwischen geändert" },
        { "AnswerNeeds", "answer=declined", "inzwischen jemand anders beantwortet" },
        { "EnterContact", "name=Vom ersten", "steht schon im Verteiler" },
        { "ChooseForSubscriber", "regions=erfurt", "Inzwischen hat sich die Auswahl geändert" },
        { "CorrectContact", "name=Vom ersten", "Inzwischen hat jemand anders diese Angaben geändert" },
        { "DecideOnLeftBehind", "", "schon erledigt" },
        { "LiftSuppression", "grund=Vom ersten", "nicht mehr gesperrt" },
        { "DecideOnDocument", "", "inzwischen ersetzt" },
        { "ReceiveFiles", "", "inzwischen jemand anders" },
        { "RemoveFile", "", "gibt es nicht mehr" },
        { "RewriteAnnouncement", "subject=Vom ersten", "inzwischen geändert" },
        { "RecordInsight", "passedTo=Vom ersten", "inzwischen etwas anderes" },
    };

    /// <summary>The form, and what holds after both: the same as after the first.</summary>
    public static TheoryData<string> Done => ["CancelSession", "DeleteSession", "SeatAttendee", "SwitchAttendee", "CancelAttendee", "CallAttendee",
        "EndForSubscriber", "ErasePerson", "ActOnCampaign", "TickOffReport"];

    [Fact]
    public void Every_form_is_in_one_of_the_tables() => Assert.Equal(StaffWorld.Functions.Order(),
        Refused.Concat(Done).Select(row => (string)row[0]).Concat(NothingToOverwrite).Order());

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task The_second_is_told_and_keeps_what_they_typed(string function, string other, string told)
    {
        var form = world.Forms().First(form => form.Function == function);
        using var second = await StaffBrowser.OpenAsync(world.Stage);
        var typed = await form.FillAsync(second);
        var first = other.Length == 0 ? await form.FillAsync(world.Staff) : await FilledAsync(form, other.Split('='));
        Assert.Equal(HttpStatusCode.SeeOther, (await form.PostAsync(world.Staff, first)).StatusCode);

        var page = await form.PostAsync(second, typed, HttpStatusCode.UnprocessableEntity);

        Assert.Contains(told, page.QuerySelector(".problems")!.TextContent, StringComparison.Ordinal);
        foreach (var link in page.QuerySelectorAll(".problems a"))
            Assert.NotNull(page.QuerySelector(link.GetAttribute("href")!));
        if (page.QuerySelector($"form[action='{form.Action}']") is not null)
            Assert.All(form.Typed.Where(field => field.Value.Length > 10),
                field => Assert.Contains(field.Value, page.DocumentElement.OuterHtml, StringComparison.Ordinal));
        if (other.Contains("Vom ersten", StringComparison.Ordinal) && function is "EditSession" or "RecordInsight" or "RewriteAnnouncement")
            Assert.Contains("Vom ersten", page.Body!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Each test mail is one of its own.</summary>
    [Theory]
    [MemberData(nameof(Done))]
    public async Task What_both_wanted_is_done_once(string function)
    {
        if (function == "SeatAttendee") await FreeASeatAsync();
        foreach (var form in world.Forms().Where(form => form.Function == function && !form.Action.EndsWith("/test", StringComparison.Ordinal)))
        {
            using var second = await StaffBrowser.OpenAsync(world.Stage);
            var typed = await form.FillAsync(second);
            var before = await CountsAsync();

            await form.PostAsync(world.Staff, typed);
            var once = await CountsAsync();
            var answer = await form.PostAsync(second, typed);

            Assert.True(answer.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.UnprocessableEntity or HttpStatusCode.NotFound,
                $"{form}: {answer.StatusCode}");
            Assert.Equal(once, await CountsAsync());
            Assert.True(before != once, $"{form} did nothing");
        }
    }

    /// <summary>What was chosen, moved or seated by one is seen by the other: the case the table cannot say in one word.</summary>
    [Fact]
    public async Task A_session_that_was_moved_is_not_cancelled_by_who_did_not_see_it()
    {
        var cancel = world.Forms().First(form => form.Function == "CancelSession");
        var edit = world.Forms().First(form => form.Function == "EditSession");
        using var second = await StaffBrowser.OpenAsync(world.Stage);
        var typed = await cancel.FillAsync(second);
        Assert.Equal(HttpStatusCode.SeeOther, (await edit.PostAsync(world.Staff, await edit.FillAsync(world.Staff))).StatusCode);

        var page = await cancel.PostAsync(second, typed, HttpStatusCode.UnprocessableEntity);

        Assert.Contains("inzwischen geändert", page.QuerySelector(".problems")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Rathaus", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.False((await world.Stage.Service<ProgrammeQuery>().FindAsync(StaffWorld.October.Id, default))!.IsCancelled);
        Assert.Equal(HttpStatusCode.SeeOther,
            (await cancel.PostAsync(second, StaffBrowser.Filled(cancel.FormOf(page)))).StatusCode); // the tick is still there
    }

    [Fact]
    public async Task The_choice_of_a_subscriber_that_the_first_made_is_shown_to_the_second_and_stays_until_they_decide()
    {
        var form = world.Forms().First(form => form.Function == "ChooseForSubscriber");
        using var second = await StaffBrowser.OpenAsync(world.Stage);
        var typed = await form.FillAsync(second);
        await form.PostAsync(world.Staff, await FilledAsync(form, "regions", "erfurt"));

        var page = await form.PostAsync(second, typed, HttpStatusCode.UnprocessableEntity);

        Assert.Contains("Erfurt", page.QuerySelector(".notice.warn")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["erfurt"], (await ChosenAsync()).Regions.Select(region => region.Key));
        Assert.Equal(HttpStatusCode.SeeOther, (await form.PostAsync(second, StaffBrowser.Filled(form.FormOf(page)))).StatusCode);
        Assert.Equal(["gera", "jena"], (await ChosenAsync()).Regions.Select(region => region.Key).Order());

        async Task<Preferences> ChosenAsync() => (await world.Stage.SubscriberAsync(StaffWorld.Subscriber))!.Preferences;
    }

    [Fact]
    public async Task Who_posts_a_session_second_changes_only_what_they_changed()
    {
        var edit = world.Forms().First(form => form.Function == "EditSession");
        using var second = await StaffBrowser.OpenAsync(world.Stage);
        var mine = StaffBrowser.Filled(edit.FormOf(await second.SeeAsync(edit.Action)), ("place", "Mein Haus"), ("focus", "Meines")).ToList();
        await world.Staff.DoAsync(edit.Action, edit.Action, ("title", "Vom ersten"), ("focus", "Seines"), ("seats", "77"), ("sectors", "bau"));

        var page = await edit.PostAsync(second, mine, HttpStatusCode.UnprocessableEntity);

        Assert.Equal(["Titel", "Schwerpunkt (auch von Ihnen geändert)", "Plätze", "Branchen"],
            page.QuerySelectorAll(".notice.warn dt").Select(field => field.TextContent));
        await edit.PostAsync(second, StaffBrowser.Filled(edit.FormOf(page)));
        var stored = (await world.Stage.Service<ProgrammeQuery>().FindAsync(StaffWorld.October.Id, default))!;
        Assert.Equal(("Vom ersten", "Meines", 77, "Mein Haus", "bau"),
            (stored.Title, stored.Focus, stored.Seats, stored.Place, Assert.Single(stored.Sectors).Key));
    }

    [Fact]
    public async Task Who_corrects_a_registration_second_changes_only_what_they_changed()
    {
        var correct = world.Forms().First(form => form.Function == "CorrectAttendee");
        using var second = await StaffBrowser.OpenAsync(world.Stage);
        var mine = StaffBrowser.Filled(correct.FormOf(await second.SeeAsync(correct.Action)),
            ("company", "Mein Werk"), ("lastName", "Meins")).ToList();
        await world.Staff.DoAsync(correct.Action, correct.Action, ("firstName", "Alma"), ("lastName", "Seins"), ("question", "Wann?"),
            ("needs", "untertitel"), ("needsOther", "Rampe"));

        var page = await correct.PostAsync(second, mine, HttpStatusCode.UnprocessableEntity);

        Assert.Equal(
            ["Vorname", "Nachname (auch von Ihnen geändert)", "Was die Person zur Teilnahme braucht", "Sonstiges", "Frage an die Runde"],
            page.QuerySelectorAll(".notice.warn dt").Select(field => field.TextContent));
        await correct.PostAsync(second, StaffBrowser.Filled(correct.FormOf(page)));
        var stored = await world.Stage.Service<RegistrationStore>().FindAttendeeAsync(
            StaffWorld.October.Id, correct.Action.Split('/')[^1], default);
        Assert.Equal(("Alma", "Meins", "Mein Werk", "Wann?", "Rampe", "untertitel"), (stored!.FirstName, stored.LastName, stored.Company,
            stored.Question, stored.Needs.Other, Assert.Single(stored.Needs.List)));
    }

    [Fact]
    public async Task Who_rewrites_an_announcement_second_changes_only_what_they_changed()
    {
        var rewrite = world.Forms().First(form => form.Function == "RewriteAnnouncement");
        using var second = await StaffBrowser.OpenAsync(world.Stage);
        var mine = StaffBrowser.Filled(rewrite.FormOf(await second.SeeAsync(rewrite.Action)), ("subject", "Mein Betreff")).ToList();
        await world.Staff.DoAsync(rewrite.Action, rewrite.Action, ("text", "Sein Text."), ("regions", "gera"));

        var page = await rewrite.PostAsync(second, mine, HttpStatusCode.UnprocessableEntity);

        Assert.Equal(["Text", "Nur Regionen"], page.QuerySelectorAll(".notice.warn dt").Select(field => field.TextContent));
        await rewrite.PostAsync(second, StaffBrowser.Filled(rewrite.FormOf(page)));
        var again = rewrite.FormOf(await second.SeeAsync(rewrite.Action));
        Assert.Equal(["Mein Betreff", "Sein Text.", "gera"], StaffBrowser.Filled(again)
            .Where(field => field.Key is "subject" or "text" or "regions").Select(field => field.Value.Trim()));
    }

    [Fact]
    public async Task Who_chooses_for_a_subscriber_second_changes_only_what_they_changed()
    {
        var form = world.Forms().First(form => form.Function == "ChooseForSubscriber");
        using var second = await StaffBrowser.OpenAsync(world.Stage);
        var typed = await form.FillAsync(second);
        var mine = typed.Where(field => field.Key is not ("regions" or "sectors" or "topics")).Append(new("sectors", "bau"));
        await form.PostAsync(world.Staff, await FilledAsync(form, "regions", "erfurt"));

        var page = await form.PostAsync(second, mine, HttpStatusCode.UnprocessableEntity);
        await form.PostAsync(second, StaffBrowser.Filled(form.FormOf(page)));

        var chosen = (await world.Stage.SubscriberAsync(StaffWorld.Subscriber))!.Preferences;
        Assert.Equal(("erfurt", "bau"), (Assert.Single(chosen.Regions).Key, Assert.Single(chosen.Sectors).Key));
    }

    [Fact]
    public async Task A_file_that_was_replaced_is_not_deleted_by_who_saw_the_one_before()
    {
        var remove = world.Forms().First(form => form.Function == "RemoveFile");
        var upload = world.Forms().First(form => form.Function == "ReceiveFiles");
        using var second = await StaffBrowser.OpenAsync(world.Stage);
        var typed = await remove.FillAsync(second);
        await upload.PostAsync(world.Staff, await upload.FillAsync(world.Staff));

        var page = await remove.PostAsync(second, typed, HttpStatusCode.UnprocessableEntity);

        Assert.Contains("inzwischen ersetzt", page.QuerySelector(".problems")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Anders.", await second.Http.GetStringAsync($"/redaktion/dokumentation/{StaffWorld.October.Id}/dateien/notes.md"),
            StringComparison.Ordinal);
    }

    /// <summary>So late that nobody moves up by themselves.</summary>
    async Task FreeASeatAsync()
    {
        world.Stage.Clock.SetUtcNow(StaffWorld.October.Start.AddHours(-20));
        var store = world.Stage.Service<RegistrationStore>();
        var seated = await store.AttendeesAsync(StaffWorld.October.Id, AttendeeState.Seated, default).FirstAsync();
        await world.Stage.Service<Cancellation>().CancelAsync(StaffWorld.October.Id, seated.Key, language: null, default);
    }

    async Task<IReadOnlyList<KeyValuePair<string, string>>> FilledAsync(StaffForm form, params string[] other) =>
        [.. (await form.FillAsync(world.Staff)).Where(field => field.Key != other[0]), KeyValuePair.Create(other[0], other[1])];

    /// <summary>How everybody and everything stands, and how many rows the session has: people, seats and the mails to them.</summary>
    async Task<string> CountsAsync()
    {
        var people = await world.Stage.Service<RegistrationStore>().EverybodyAsync(StaffWorld.October.Id, default)
            .Select(attendee => $"{attendee.Key} {attendee.State} {attendee.Mode} {attendee.StateMail} {attendee.CallAbout.Count}").Order()
            .ToListAsync();
        var rows = await world.Stage.Service<TableServiceClient>().GetTableClient(Tables.Registrations).QueryAsync<TableEntity>()
            .CountAsync();
        var session = await world.Stage.Service<ProgrammeQuery>().FindAsync(StaffWorld.October.Id, default);
        List<string?> campaigns = [];
        foreach (var id in new[] { StaffWorld.Planned, StaffWorld.Running, StaffWorld.Paused, StaffWorld.Held })
            campaigns.Add((await world.Stage.CampaignAsync(id))?.State switch
            {
                CampaignState.Expanding or CampaignState.Sending or CampaignState.Done => "UnderWay", // goes on by itself
                var state => state.ToString(),
            });
        var subscriber = await world.Stage.SubscriberAsync(StaffWorld.Subscriber);
        var reports = (await world.Stage.Service<ContactReports>().LatestAsync(5, default)).Count(report => report.IsTickedOff);
        var sessions = (await world.Stage.Service<ProgrammeQuery>().AllAsync(default)).Count;
        return $"{string.Join('\n', people)} {rows} {sessions} {string.Join(' ', campaigns)} {session!.Status} {session.ChangedAt} {subscriber?.State} {reports}";
    }
}
