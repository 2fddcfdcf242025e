using System.Net;
using Azure.Data.Tables;
using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Registration.Managing;
using ThaffFunctions.Registration.Needs;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.MailingList;
using ThaffFunctions.Tests.Registration.Changes;
using ThaffFunctions.Tests.Registration.Seating;
using ThaffFunctions.Tests.Staff;
using static ThaffFunctions.Tests.TestSessions;

namespace ThaffFunctions.Tests.Registration.Needs;

/// <summary>What somebody needs to take part reaches staff the same day, and the answer reaches the person.</summary>
public sealed class NeedsTests : IAsyncLifetime
{
    const string Path = "/redaktion/bedarf";

    static readonly (string, string)[] Signing = [("needs", "gebaerdensprache"), ("needsOther", "Platz in der ersten Reihe")];

    Stage stage = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync(settings: StaffSignIn.On);
        await stage.PlanAsync(October with { NeedsUntil = new(2026, 9, 21, 22, 0, 0, TimeSpan.Zero) });
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task A_need_is_told_to_staff_once_without_a_name_and_granted_by_them()
    {
        await stage.PostFormAsync(Person.Ada, null, Signing);
        await stage.RegisterAsync(Person.Bo);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            stage.Clock.Advance(TimeSpan.FromHours(1));
            await stage.FireAsync("SendNeeds");
        }

        var told = await WithAsync("redaktion@thaff.example", "Bedarf zum 5. Oktober, 10 Uhr: Sprache im Betrieb");
        Assert.Contains("Platz 1: Dolmetschen in Deutsche Gebärdensprache; Platz in der ersten Reihe", told.Text, StringComparison.Ordinal);
        Assert.Contains("Montag, 21. September 2026", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Löwe", told.Text, StringComparison.Ordinal);

        using (var staff = await StaffBrowser.OpenAsync(stage))
            Assert.Contains("1 Person wartet auf eine Antwort", (await staff.SeeAsync("/redaktion")).Body!.TextContent, StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(await (await stage.GetAsync(Path, StaffSignIn.Staff)).Content.ReadAsStringAsync());
        Assert.Contains("Ada Löwe", page, StringComparison.Ordinal);
        Assert.DoesNotContain("O’Neill", page, StringComparison.Ordinal);
        await AnswerAsync("granted", "Zwei Personen kommen.");

        var answered = await WithAsync(Person.Ada.Email, "Zusage zu Ihrem Bedarf");
        Assert.Contains("Zwei Personen kommen.", answered.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Gebärdensprache", answered.Text, StringComparison.Ordinal); // it stands behind the personal link
        var manage = await stage.Http.GetStringAsync(answered.LinkTo("/anmeldung"));
        Assert.Contains("Das ist zugesagt.", manage, StringComparison.Ordinal);
        Assert.Single(await stage.MailsAsync("redaktion@thaff.example"));
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Step_free_access_is_offered_where_there_is_a_house(bool isOnlineOnly, bool isOffered)
    {
        await stage.PlanAsync(isOnlineOnly ? October with { Place = null } : October);

        var page = await stage.Http.GetStringAsync(October.Path);

        Assert.Contains("Gebärdensprache", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Equal(isOffered, page.Contains("needs-stufenlos", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_need_that_changes_is_open_again_and_may_be_declined()
    {
        await stage.PostFormAsync(Person.Ada, null, Signing);
        await AnswerAsync("granted", "");
        var ada = (await SeatBook.ReadAsync(stage)).Seated[0];
        var link = stage.Service<ManageLink>().For(October, ada).PathAndQuery;

        var form = Person.Ada.Form(October.Id.Value);
        form["action"] = "correct";
        form["needs"] = "stufenlos";
        Assert.Equal(HttpStatusCode.SeeOther, (await stage.Http.PostAsync(link, new FormUrlEncodedContent(form))).StatusCode);
        Assert.Equal(NeedState.New, (await SeatBook.ReadAsync(stage)).Seated[0].NeedState);
        await AnswerAsync("declined", "Der Aufzug wird umgebaut.");

        Assert.Contains("leider nicht möglich", (await WithAsync(Person.Ada.Email, "Antwort zu Ihrem Bedarf")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_given_by_mistake_is_changed_and_the_person_is_told_once_that_it_is_another_now()
    {
        await stage.PostFormAsync(Person.Ada, null, Signing);
        await AnswerAsync("declined", "Leider nicht.");
        await WithAsync(Person.Ada.Email, "Antwort zu Ihrem Bedarf");
        using (var staff = await StaffBrowser.OpenAsync(stage)) // what was written to the one answer is not sent with the other by mistake
            Assert.Null((await staff.SeeAsync(Path)).QuerySelector("details [name=text]")!.GetAttribute("value"));

        foreach (var _ in Enumerable.Range(0, 2)) await AnswerAsync("granted", "Zwei Personen kommen.");

        var changed = await WithAsync(Person.Ada.Email, "Geänderte Antwort zu Ihrem Bedarf");
        foreach (var told in new[] { "gilt nicht mehr. Das ist unsere neue Antwort.", "Wir sagen Ihnen das gern zu", "Zwei Personen kommen." })
            Assert.Contains(told, changed.Text, StringComparison.Ordinal);
        await ChangeDesk.SettledAsync(stage);
        Assert.Equal(2, (await stage.MailsAsync(Person.Ada.Email)).Count(mail => mail.Subject.Contains("Bedarf", StringComparison.Ordinal)));
        Assert.Contains("zugesagt: Zwei Personen kommen.",
            WebUtility.HtmlDecode(await (await stage.GetAsync(Path, StaffSignIn.Staff)).Content.ReadAsStringAsync()),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_answer_once_more_promises_no_second_mail()
    {
        await stage.PostFormAsync(Person.Ada, null, Signing);
        using var staff = await StaffBrowser.OpenAsync(stage);

        foreach (var told in new[] { "Sie geht per E-Mail an die Person", "war schon gespeichert; noch einmal geht sie nicht hinaus" })
            Assert.Contains(told, (await staff.DoAsync(Path, Path, ("answer", "granted"))).QuerySelector("[role=status]")!.TextContent,
                StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_an_answer_that_was_changed_before_it_was_told_the_person_never_hears()
    {
        await using var slow = await OpenSlowAsync();
        using var staff = await StaffBrowser.OpenAsync(slow);
        foreach (var answer in new[] { "declined", "granted" }) await staff.DoAsync(Path, Path, ("answer", answer));

        await ChangeDesk.DeliverAsync(slow);

        var mail = Assert.Single(await slow.MailsAsync(Person.Ada.Email), mail => mail.Subject.Contains("Bedarf", StringComparison.Ordinal));
        Assert.StartsWith("Zusage zu Ihrem Bedarf", mail.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_was_changed_and_changed_back_before_that_was_told_still_holds()
    {
        await using var slow = await OpenSlowAsync();
        using var staff = await StaffBrowser.OpenAsync(slow);
        foreach (var answer in new[] { "granted", "declined", "granted" })
        {
            await staff.DoAsync(Path, Path, ("answer", answer));
            if (answer == "granted") await ChangeDesk.DeliverAsync(slow); // the other one is taken back at once
        }

        var mails = (await slow.MailsAsync(Person.Ada.Email)).Where(mail => mail.Subject.Contains("Bedarf", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, mails.Count);
        Assert.All(mails, mail => Assert.StartsWith("Zusage zu Ihrem Bedarf", mail.Subject, StringComparison.Ordinal));
        Assert.All(mails, mail => Assert.DoesNotContain("gilt nicht mehr", mail.Text, StringComparison.Ordinal));
    }

    /// <summary>One worker has composed the first answer when staff give another one, which a second worker composes.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_two_answers_that_go_out_at_once_only_one_is_sent_or_the_last_says_that_it_changed(bool isFirstQuicker)
    {
        await using var slow = await OpenSlowAsync();
        using var staff = await StaffBrowser.OpenAsync(slow);
        var (deliveries, composer) = (slow.Service<DeliveryStore>(), slow.Service<MailComposers>().For(NeedAnswerMail.KindName));
        await staff.DoAsync(Path, Path, ("answer", "declined"));
        var first = Assert.Single(await AnswersAsync(slow));
        Assert.NotNull(await composer.ComposeAsync(first, default));
        await staff.DoAsync(Path, Path, ("answer", "granted"));
        var last = Assert.Single(await AnswersAsync(slow), mail => mail.Id != first.Id);

        if (isFirstQuicker) Assert.Single(await deliveries.ClaimAsync([first], default));
        var told = await composer.ComposeAsync(last, default);

        if (!isFirstQuicker) Assert.Empty(await deliveries.ClaimAsync([first], default));
        Assert.StartsWith(isFirstQuicker ? "Geänderte Antwort" : "Zusage", told!.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_whose_row_does_not_name_its_mail_yet_is_told()
    {
        await using var slow = await OpenSlowAsync();
        using var staff = await StaffBrowser.OpenAsync(slow);
        await staff.DoAsync(Path, Path, ("answer", "granted"));
        var table = slow.Service<TableServiceClient>().GetTableClient(Tables.Registrations);
        var row = await table.QueryAsync<TableEntity>(row => row.PartitionKey == October.Id.Value)
            .FirstAsync(row => row.ContainsKey("NeedMails"));
        row.Remove("NeedMails"); // as earlier versions wrote it
        await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);

        await ChangeDesk.DeliverAsync(slow);

        Assert.Contains(await slow.MailsAsync(Person.Ada.Email),
            mail => mail.Subject.StartsWith("Zusage zu Ihrem Bedarf", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Once_the_session_has_begun_nothing_is_answered_any_more()
    {
        await stage.PostFormAsync(Person.Ada, null, Signing);
        using var staff = await StaffBrowser.OpenAsync(stage);
        var form = StaffBrowser.Filled(StaffBrowser.FormOf(await staff.SeeAsync(Path), Path), ("answer", "granted")).ToList();
        stage.Clock.SetUtcNow(October.Start.AddMinutes(1));
        using var later = await StaffBrowser.OpenAsync(stage);

        var answer = await later.Http.PostAsync(Path, new FormUrlEncodedContent(form));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotEqual(NeedState.Granted, (await SeatBook.ReadAsync(stage)).Seated[0].NeedState);
    }

    [Fact]
    public async Task A_wrong_answer_is_refused_with_what_was_typed_and_nobody_else_sees_the_page()
    {
        await stage.PostFormAsync(Person.Ada, null, Signing);

        var refused = await PostAsync("vielleicht", "Mal sehen");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("value=\"Mal sehen\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await stage.GetAsync(Path, StaffSignIn.Colleague)).StatusCode);
        Assert.Equal(NeedState.New, (await SeatBook.ReadAsync(stage)).Seated[0].NeedState);
    }

    [Fact]
    public async Task The_form_names_the_deadline_and_refuses_a_need_that_is_not_offered()
    {
        Assert.Contains("Bitte bis Montag, 21. September 2026.", await stage.Http.GetStringAsync(October.Path), StringComparison.Ordinal);

        var answer = await stage.PostFormAsync(Person.Ada, null, ("needs", "fliegen"), ("needsOther", new string('x', 501)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("href=\"#needs\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#needsOther\"", page, StringComparison.Ordinal);
        stage.Clock.SetUtcNow(new(2026, 9, 22, 8, 0, 0, TimeSpan.Zero));
        Assert.Contains("Die Frist dafür war", await stage.Http.GetStringAsync(October.Path), StringComparison.Ordinal);
    }

    /// <summary>Ada needs something, and mails go when a test says so.</summary>
    static async Task<Stage> OpenSlowAsync()
    {
        var slow = await Stage.OpenAsync(
            settings: new(StaffSignIn.On.Concat(ChangeDesk.Slow).ToDictionary(setting => setting.Key, setting => setting.Value)));
        await slow.PlanAsync(October);
        await slow.PostFormAsync(Person.Ada, null, Signing);
        return slow;
    }

    static async Task<IEnumerable<Delivery>> AnswersAsync(Stage slow) =>
        (await ChangeDesk.UnsettledAsync(slow)).Where(delivery => delivery.Kind == NeedAnswerMail.KindName);

    async Task AnswerAsync(string answer, string text) =>
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(answer, text)).StatusCode);

    async Task<HttpResponseMessage> PostAsync(string answer, string text)
    {
        using var staff = await StaffBrowser.OpenAsync(stage);
        return await staff.PostAsync(Path, Path, ("answer", answer), ("text", text));
    }

    Task<SentMail> WithAsync(string to, string subject) => Stage.EventuallyAsync(async () =>
        (await stage.MailsAsync(to)).FirstOrDefault(mail => mail.Subject.StartsWith(subject, StringComparison.Ordinal)));
}
