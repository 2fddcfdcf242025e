using System.Net;
using AngleSharp.Html.Dom;
using ThaffFunctions.Mail;
using ThaffFunctions.MailingList;
using ThaffFunctions.MailingList.Choosing;
using ThaffFunctions.MailingList.Contacts;
using ThaffFunctions.Shared;
using ThaffFunctions.Tests.Staff;

namespace ThaffFunctions.Tests.MailingList.Staff;

/// <summary>The page on which staff look after the mailing list.</summary>
public sealed class ListPageTests
{
    const string Page = "/redaktion/verteiler";
    const string Correct = $"{Page}/kontakt";
    const string Enter = $"{Page}/aufnehmen";

    [Fact]
    public async Task With_evidence_an_address_is_on_the_list_and_its_proof_can_be_shown()
    {
        await using var stage = await Stage.OpenAsync();
        using var staff = await StaffBrowser.OpenAsync(stage);

        var half = await StaffBrowser.PageAsync(
            await staff.PostAsync(Enter, Enter, ("email", "kammer@gera.example"), ("source", "Messe Erfurt, Karte im Ordner"), ("regions", "gera")),
            HttpStatusCode.UnprocessableEntity);
        Assert.Equal("#given", Assert.Single(half.QuerySelectorAll(".problems a")).GetAttribute("href"));
        Assert.True(half.QuerySelector("#regions-gera")!.HasAttribute("checked"));
        await staff.DoAsync(Enter, Enter, ("email", "kammer@gera.example"), ("name", "Kim Muster"), ("organisation", "Kammer"),
            ("kind", "Multiplikator"), ("source", "Messe Erfurt, Karte im Ordner"), ("given", "2026-06-30"), ("regions", "gera"),
            ("language", "en"));

        var subscriber = (await stage.SubscriberAsync("kammer@gera.example"))!;
        Assert.Equal((SubscriberState.Active, new Contact("Kim Muster", "Kammer", ContactKind.Multiplier)), (subscriber.State, subscriber.Contact));
        Assert.Equal(Language.English, subscriber.Language);
        Assert.Equal("Gera, Stadt", Assert.Single(subscriber.Preferences.Regions).Name);
        Assert.Equal("Import: Seite der Redaktion, Quelle: Messe Erfurt, Karte im Ordner",
            Assert.Single(await stage.ConsentsAsync("kammer@gera.example")).AskedFrom);
        Assert.Empty(await stage.MailsAsync());
        var found = await FindAsync(staff, "kammer@gera.example");
        Assert.Equal("Kim Muster", found.QuerySelector("#name")!.GetAttribute("value"));
        Assert.Contains("Mitteilungen bekommt sie nicht", found.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        var proofs = StaffBrowser.FormOf(found, "/redaktion/einwilligungen");
        Assert.Equal(HttpStatusCode.OK,
            (await staff.Http.PostAsync("/redaktion/einwilligungen", new FormUrlEncodedContent(StaffBrowser.Filled(proofs)))).StatusCode);
        Assert.DoesNotContain("kammer@gera", await AuditAsync(staff), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_evidence_it_is_asked_and_who_left_is_suppressed_or_was_erased_stays_so()
    {
        await using var stage = await Stage.OpenAsync();
        using var staff = await StaffBrowser.OpenAsync(stage);
        await staff.DoAsync(Enter, Enter, ("email", "new@company.example"), ("language", "en"));
        var asked = await Stage.EventuallyAsync(async () => (await stage.MailsAsync("new@company.example")).SingleOrDefault());
        await stage.ConfirmAsync(asked.LinkTo("/en/newsletter/bestaetigen"));
        Assert.Equal(Language.English, (await stage.SubscriberAsync("new@company.example"))!.Language);
        await staff.DoAsync(Enter, Enter, ("email", "neu@firma.example"), ("organisation", "Firma"));
        await stage.ConfirmAsync((await stage.ConfirmationAsync("neu@firma.example")).LinkTo("/newsletter/bestaetigen"));
        var confirmed = (await stage.SubscriberAsync("neu@firma.example"))!;
        Assert.Equal((SubscriberState.Active, "Firma"), (confirmed.State, confirmed.Contact!.Organisation));

        var leaving = StaffBrowser.FormOf(await FindAsync(staff, "neu@firma.example"), $"{Page}/abbestellen");
        var unsure = await StaffBrowser.PageAsync(
            await staff.Http.PostAsync($"{Page}/abbestellen", new FormUrlEncodedContent(StaffBrowser.Filled(leaving))),
            HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Bitte bestätigen Sie", unsure.QuerySelector("#sicher-error")!.TextContent, StringComparison.Ordinal);
        await staff.Http.PostAsync($"{Page}/abbestellen", new FormUrlEncodedContent(StaffBrowser.Filled(leaving, ("sicher", "ja"))));
        Assert.Equal((SubscriberState.Left, null), await stage.SubscriberAsync("neu@firma.example") is { } left ? (left.State, left.Contact) : default);
        await stage.Service<Suppression>().SuppressAsync(EmailAddress.Stored("weg@firma.example"), SuppressionScope.Everything, default);

        foreach (var (address, told) in new[] { ("neu@firma.example", "abbestellt"), ("weg@firma.example", "darf nichts gesendet werden") })
        {
            var refused = await StaffBrowser.PageAsync(
                await staff.PostAsync(Enter, Enter, ("email", address), ("source", "Anruf"), ("given", "2026-08-31")),
                HttpStatusCode.UnprocessableEntity);
            Assert.Contains(told, refused.QuerySelector("#email-error")!.TextContent, StringComparison.Ordinal);
        }

        await stage.Http.PostAsync("/api/operator/person",
            new StringContent("""{"address":"neu@firma.example","erase":true}""", System.Text.Encoding.UTF8, "application/json"));
        var erased = await StaffBrowser.PageAsync(
            await staff.PostAsync(Enter, Enter, ("email", "neu@firma.example"), ("source", "Anruf"), ("given", "2026-08-31")),
            HttpStatusCode.UnprocessableEntity);
        Assert.Contains("wurde gelöscht", erased.QuerySelector("#email-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_lost_the_mail_to_confirm_gets_it_again_until_the_days_mails_are_used_up()
    {
        await using var stage = await Stage.OpenAsync();
        using var staff = await StaffBrowser.OpenAsync(stage);
        await staff.DoAsync(Enter, Enter, ("email", "uwe@firma.example"), ("organisation", "Firma"));
        var first = await stage.ConfirmationAsync("uwe@firma.example");
        var twice = await StaffBrowser.PageAsync(
            await staff.PostAsync(Enter, Enter, ("email", "uwe@firma.example")), HttpStatusCode.UnprocessableEntity);
        Assert.Contains("geht sie noch einmal hinaus", twice.QuerySelector("#email-error")!.TextContent, StringComparison.Ordinal);

        stage.Clock.Advance(TimeSpan.FromDays(1));
        for (var mail = 2; mail <= 4; mail++)
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await AgainAsync()).StatusCode);
            await stage.ConfirmationAsync("uwe@firma.example", mail);
        }

        var tooMany = await StaffBrowser.PageAsync(await AgainAsync(), HttpStatusCode.UnprocessableEntity);
        Assert.Contains("morgen noch einmal", tooMany.QuerySelector(".problems")!.TextContent, StringComparison.Ordinal);
        await stage.ConfirmAsync((await stage.ConfirmationAsync("uwe@firma.example", 4)).LinkTo("/newsletter/bestaetigen"));
        Assert.Equal(SubscriberState.Active, (await stage.SubscriberAsync("uwe@firma.example"))!.State);
        Assert.Equal(first.LinkTo("/newsletter/bestaetigen"),
            (await stage.ConfirmationAsync("uwe@firma.example", 4)).LinkTo("/newsletter/bestaetigen")); // until when stays as it was

        async Task<HttpResponseMessage> AgainAsync() => await staff.Http.PostAsync($"{Page}/bestaetigung", new FormUrlEncodedContent(
            StaffBrowser.Filled(StaffBrowser.FormOf(await FindAsync(staff, "uwe@firma.example"), $"{Page}/bestaetigung"))));
    }

    [Fact]
    public async Task Whom_staff_entered_and_no_mail_reached_stands_on_the_start_page_until_staff_take_the_address_out()
    {
        await using var stage = await Stage.OpenAsync();
        using var staff = await StaffBrowser.OpenAsync(stage);
        await stage.SubscribeAsync("selbst@bounce.example");
        await staff.DoAsync(Enter, Enter, ("email", "xaver@bounce.example"));
        await Stage.EventuallyAsync(async () =>
            (await staff.SeeAsync("/redaktion")).Body!.TextContent
                .Contains("xaver@bounce.example: Die E-Mail zum Bestätigen kam nicht an", StringComparison.Ordinal));
        await Stage.EventuallyAsync(async () => await stage.SubscriberAsync("selbst@bounce.example") is null);
        await Stage.EventuallyAsync(async () => await stage.Service<Suppression>().IsSuppressedAsync(
            EmailAddress.Stored("xaver@bounce.example"), SuppressionScope.Everything, default));

        var line = (await staff.SeeAsync("/redaktion")).QuerySelectorAll("main a")
            .Single(link => link.TextContent.Contains("kam nicht an", StringComparison.Ordinal));
        Assert.StartsWith("xaver@bounce.example:", line.TextContent, StringComparison.Ordinal);
        Assert.Equal(Page, line.GetAttribute("href"));
        var found = await FindAsync(staff, "xaver@bounce.example");
        Assert.Contains("Die E-Mail dazu kam nicht an.", found.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(found.QuerySelector($"form[action='{Page}/bestaetigung']"));

        await staff.Http.PostAsync($"{Page}/abbestellen",
            new FormUrlEncodedContent(StaffBrowser.Filled(StaffBrowser.FormOf(found, $"{Page}/abbestellen"), ("sicher", "ja"))));
        Assert.Null(await stage.SubscriberAsync("xaver@bounce.example"));
        Assert.DoesNotContain("kam nicht an", (await staff.SeeAsync("/redaktion")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suppression_is_lifted_for_a_reason_and_choices_are_changed_on_somebodys_behalf()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.AddActiveAsync("ada@firma.example", "jena");
        await stage.Service<Suppression>().SuppressAsync(EmailAddress.Stored("bo@firma.example"), SuppressionScope.Everything, default);
        using var staff = await StaffBrowser.OpenAsync(stage);

        var lift = StaffBrowser.FormOf(await FindAsync(staff, "bo@firma.example"), $"{Page}/aufheben");
        var refused = await StaffBrowser.PageAsync(
            await staff.Http.PostAsync($"{Page}/aufheben", new FormUrlEncodedContent(StaffBrowser.Filled(lift, ("grund", " ")))),
            HttpStatusCode.UnprocessableEntity);
        Assert.Equal("#grund", refused.QuerySelector(".problems a")!.GetAttribute("href"));
        await staff.Http.PostAsync($"{Page}/aufheben",
            new FormUrlEncodedContent(StaffBrowser.Filled(lift, ("grund", "Das Postfach besteht wieder."))));
        Assert.False(await stage.Service<Suppression>().IsSuppressedAsync(
            EmailAddress.Stored("bo@firma.example"), SuppressionScope.Everything, default));
        Assert.Contains("Das Postfach besteht wieder.", (await FindAsync(staff, "bo@firma.example")).Body!.TextContent, StringComparison.Ordinal);

        var choose = StaffBrowser.FormOf(await FindAsync(staff, "ada@firma.example"), $"{Page}/auswahl");
        await staff.Http.PostAsync($"{Page}/auswahl",
            new FormUrlEncodedContent(StaffBrowser.Filled(choose, ("regions", "gera"), ("regions", "jena"), ("documentation", "true"))));
        var chosen = (await stage.SubscriberAsync("ada@firma.example"))!;
        Assert.Equal((2, true, Language.German), (chosen.Preferences.Regions.Count, chosen.Preferences.Documentation, chosen.Language));
        choose = StaffBrowser.FormOf(await FindAsync(staff, "ada@firma.example"), $"{Page}/auswahl");
        await staff.Http.PostAsync($"{Page}/auswahl", new FormUrlEncodedContent(StaffBrowser.Filled(choose, ("language", "en"))));
        Assert.Equal(chosen with { Language = Language.English, ETag = default, Preferences = Preferences.Invitations },
            (await stage.SubscriberAsync("ada@firma.example"))! with { ETag = default, Preferences = Preferences.Invitations });
        choose = StaffBrowser.FormOf(await FindAsync(staff, "ada@firma.example"), $"{Page}/auswahl");
        Assert.Contains(StaffBrowser.Filled(choose), field => field is { Key: "language", Value: "en" });

        var counted = await staff.DoAsync(Page, $"{Page}/zaehlen");
        Assert.Contains("1, davon 0 Multiplikator", counted.QuerySelectorAll("dl.facts")[^1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_address_it_is_can_be_corrected_and_stands_in_no_audit()
    {
        await using var stage = await Stage.OpenAsync();
        using var staff = await StaffBrowser.OpenAsync(stage);
        await stage.AddActiveAsync("ada@firma.example");
        var before = (await stage.SubscriberAsync("ada@firma.example"))!;
        var open = StaffBrowser.FormOf(await FindAsync(staff, "ada@firma.example"), Correct);

        var wrong = await PostAsync(open, HttpStatusCode.UnprocessableEntity, ("name", new string('a', 201)), ("organisation", "Werk"));
        Assert.Equal("#name", Assert.Single(wrong.QuerySelectorAll(".problems a")).GetAttribute("href"));
        Assert.Equal("Werk", wrong.QuerySelector("#organisation")!.GetAttribute("value"));
        await PostAsync(open, HttpStatusCode.SeeOther, ("name", " Ada Löwe "), ("kind", "Multiplikator"));

        var named = (await stage.SubscriberAsync("ada@firma.example"))!;
        Assert.Equal(new Contact("Ada Löwe", "", ContactKind.Multiplier), named.Contact);
        Assert.Equal(
            (before.State, before.Preferences.ToString(), before.Language),
            (named.State, named.Preferences.ToString(), named.Language));
        var late = await PostAsync(open, HttpStatusCode.UnprocessableEntity, ("name", "Bo"));
        Assert.Equal(["Name (auch von Ihnen geändert)", "Art"], late.QuerySelectorAll(".notice.warn dt").Select(field => field.TextContent));
        Assert.Equal(["Ada Löwe", "Multiplikator"], late.QuerySelectorAll(".notice.warn dd").Select(field => field.TextContent));
        await PostAsync(StaffBrowser.FormOf(late, Correct), HttpStatusCode.SeeOther, ("name", ""), ("kind", "Unternehmen"));
        Assert.Null((await stage.SubscriberAsync("ada@firma.example"))!.Contact);

        var audit = await AuditAsync(staff);
        Assert.Contains("Name im Verteiler berichtigt", audit, StringComparison.Ordinal);
        Assert.DoesNotContain("Löwe", audit, StringComparison.Ordinal);

        async Task<IHtmlDocument> PostAsync(AngleSharp.Dom.IElement form, HttpStatusCode status, params (string, string)[] typed) =>
            await StaffBrowser.PageAsync(
                await staff.Http.PostAsync(Correct, new FormUrlEncodedContent(StaffBrowser.Filled(form, typed))), status);
    }

    internal static async Task<IHtmlDocument> FindAsync(StaffBrowser staff, string address) =>
        await StaffBrowser.PageAsync(await staff.PostAsync(Page, Page, ("email", address)), HttpStatusCode.OK);

    static async Task<string> AuditAsync(StaffBrowser staff) => (await staff.SeeAsync("/redaktion/protokoll")).Body!.TextContent;
}
