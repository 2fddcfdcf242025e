using System.Net;
using AngleSharp.Html.Dom;
using ThaffFunctions.Tests.Registration.Seating;
using ThaffFunctions.Tests.Staff;

namespace ThaffFunctions.Tests.Registration.Staff;

/// <summary>Who seems to be registered already gets no second seat by mistake.</summary>
public sealed class KnownCallersTests : CallerVisit
{
    [Fact]
    public async Task The_same_form_posted_twice_registers_one_person()
    {
        await stage.PlanAsync(TestSessions.October);
        var form = StaffBrowser.Filled(StaffBrowser.FormOf(await staff.SeeAsync(List + "/neu"), null), Typed(Vera)).ToList();

        foreach (var _ in new[] { 1, 2 })
            Assert.Equal(HttpStatusCode.SeeOther, (await staff.Http.PostAsync(List + "/neu", new FormUrlEncodedContent(form))).StatusCode);

        Assert.Single((await SeatBook.ReadAsync(stage)).ExpectSound().Seated);
    }

    [Theory]
    [InlineData("")]
    [InlineData("vera@anderswo.example")]
    public async Task Who_seems_to_be_registered_already_gets_no_second_seat_unless_it_is_another_person(string email)
    {
        await stage.PlanAsync(TestSessions.October);
        await AddAsync(Vera with { Email = "vera@gaertnerei.example" });
        await SeatBook.ReadAsync(stage);

        var answer = await staff.PostAsync(List + "/neu", null, Typed(Vera with { FirstName = " VERONIKA", Email = email }));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Single((await SeatBook.ReadAsync(stage)).ExpectSound().Seated);
        var asked = await StaffBrowser.PageAsync(answer, HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Veronika Größenwahn-Müller, Platz, vera@gaertnerei.example", asked.QuerySelector("form .notice.warn")!.TextContent,
            StringComparison.Ordinal);
        Assert.Equal(await PathOfAsync("Größenwahn"), asked.QuerySelector("form .notice.warn a")!.GetAttribute("href"));
    }

    /// <summary>Whoever of the two is first, by a second or by less, the other one is told.</summary>
    [Fact]
    public async Task Of_two_who_register_the_same_person_at_once_one_is_told_and_nothing_that_they_typed_is_lost()
    {
        await stage.PlanAsync(TestSessions.October);
        using var colleague = await StaffBrowser.OpenAsync(stage);
        foreach (var name in new[] { "Ada", "Bea", "Cora", "Dora", "Else", "Fina" })
        {
            var person = Typed(Vera with { FirstName = name, Email = $"{name}@gaertnerei.example" });
            var forms = new List<(StaffBrowser Browser, string Question, FormUrlEncodedContent Form)>();
            foreach (var (browser, question) in new[] { (staff, "Wer zahlt?"), (colleague, "Wie lange?") })
            {
                var form = StaffBrowser.FormOf(await browser.SeeAsync(List + "/neu"), null);
                forms.Add((browser, question, new(StaffBrowser.Filled(form, [.. person, ("question", question)]))));
            }

            var answers = await Task.WhenAll(forms.Select(async one =>
                (one.Browser, one.Question, Answer: await one.Browser.Http.PostAsync(List + "/neu", one.Form))));

            Assert.Single(answers, one => one.Answer.StatusCode == HttpStatusCode.SeeOther);
            var second = Assert.Single(answers, one => one.Answer.StatusCode == HttpStatusCode.UnprocessableEntity);
            var page = await StaffBrowser.PageAsync(second.Answer, HttpStatusCode.UnprocessableEntity);
            Assert.Matches("nicht gespeichert: Frage|schon angemeldet", page.QuerySelector("#email-error")!.TextContent);
            Assert.Equal(second.Question, page.QuerySelector("#question")!.TextContent);
            Assert.NotNull(page.QuerySelector($".notice a[href^='{List}/']"));
        }

        Assert.Equal(6, (await SeatBook.ReadAsync(stage)).ExpectSound().Seated.Count);
    }

    [Fact]
    public async Task Who_is_registered_already_is_shown_to_staff_and_nothing_that_they_typed_is_lost()
    {
        await stage.PlanAsync(TestSessions.October);
        await AddAsync(Vera with { Email = "vera@gaertnerei.example" });
        var path = await PathOfAsync("Größenwahn");

        var known = await StaffBrowser.PageAsync(
            await staff.PostAsync(List + "/neu", null, [.. Typed(Vera with { Email = "VERA@gaertnerei.example" }), ("needsOther", "Aufzug")]),
            HttpStatusCode.UnprocessableEntity);

        Assert.NotNull(known.QuerySelector("#email-error"));
        Assert.NotNull(known.QuerySelector($".notice a[href='{path}']"));
        Assert.Equal("Aufzug", known.QuerySelector("#needsOther")!.GetAttribute("value"));
        await DeliveredAsync();
        Assert.Single(await stage.MailsAsync("vera@gaertnerei.example"));
    }

    [Fact]
    public async Task That_it_is_another_person_stays_confirmed_while_something_else_is_wrong()
    {
        await stage.PlanAsync(TestSessions.October);
        await AddAsync(Vera);
        var asked = await StaffBrowser.PageAsync(
            await staff.PostAsync(List + "/neu", null, Typed(Vera)), HttpStatusCode.UnprocessableEntity);
        ((IHtmlInputElement)asked.QuerySelector("#andere")!).IsChecked = true;

        var form = StaffBrowser.Filled(StaffBrowser.FormOf(asked, List + "/neu"), ("phone", "ruf an"));
        var refused = await PostAsync(List + "/neu", form, HttpStatusCode.UnprocessableEntity);

        Assert.NotNull(refused.QuerySelector("#phone-error"));
        Assert.True(((IHtmlInputElement)refused.QuerySelector("#andere")!).IsChecked);
        Assert.Null(refused.QuerySelector("#andere-error"));
    }
}
