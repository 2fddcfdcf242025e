using System.Net;
using Azure.Data.Tables;
using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Sending;
using ThaffFunctions.Registration;
using ThaffFunctions.Registration.Changes;
using ThaffFunctions.Registration.Staff;
using ThaffFunctions.Shared;
using ThaffFunctions.Tests.Registration.Changes;
using ThaffFunctions.Tests.Registration.Seating;
using ThaffFunctions.Tests.Staff;
using Tables = ThaffFunctions.Shared.Storage.Tables;

namespace ThaffFunctions.Tests.Registration.Staff;

public sealed class UndeliveredMailTests : RegistrationDesk
{
    [Fact]
    public async Task Nobody_is_said_to_get_a_mail_at_an_address_that_gets_none()
    {
        await stage.PlanAsync(TestSessions.October);
        await stage.Service<Suppression>().SuppressAsync(EmailAddress.Stored(Person.Ada.Email), SuppressionScope.Everything, default);

        var added = await AddAsync(Person.Ada);
        var path = await PathOfAsync("Ada");
        var again = await StaffBrowser.PageAsync(await staff.PostAsync(path, path + "/bestaetigung"), HttpStatusCode.UnprocessableEntity);
        var cancelled = await staff.DoAsync(path, path + "/absagen", (AttendeeModel.SureField, "ja"));

        foreach (var told in new[]
        {
            added.QuerySelector("[role=status]"), again.QuerySelector(".problems"), cancelled.QuerySelector("[role=status]"),
        })
        {
            Assert.Contains("wird nichts gesendet", told!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("bekommt eine E-Mail", told.TextContent, StringComparison.Ordinal);
        }
    }

    /// <summary>The mail that tells somebody how they stand is not the last word where it was sent again, by staff or by registering
    /// again.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whom_no_mail_reached_is_told_in_the_list_on_their_page_and_on_the_start_page_until_one_does(bool byStaff)
    {
        await stage.PlanAsync(TestSessions.October);
        await AddAsync(Person.Ada);
        await AddAsync(Person.Bo);
        var path = await PathOfAsync("Ada");
        var table = stage.Service<TableServiceClient>().GetTableClient(Tables.Registrations);
        var first = (await AdaAsync()).StateMail!;
        await Stage.EventuallyAsync(async () => (await RowAsync(first)).GetString("State") == "Delivered");

        await EndsAsync(first, "Skipped", MailPreparation.IsSuppressed);
        await ExpectAsync("An diese Adresse wird nicht mehr gesendet", "Bitte berichtigen Sie unten die Adresse");
        await EndsAsync(first, "Bounced", "550");
        await ExpectAsync("Das Postfach hat sie abgewiesen.", "Bitte berichtigen Sie unten die Adresse");

        var repeated = await RepeatAsync();
        await NothingAsync();
        await EndsAsync(repeated, "Queued", "");
        await ExpectAsync("Das Postfach hat sie abgewiesen.", "Jetzt ist eine unterwegs", ", geht noch einmal hinaus");
        await EndsAsync(repeated, "Skipped", "Es gibt keine Empfängerin und keinen Empfänger mehr.");
        await ExpectAsync("Das Postfach hat sie abgewiesen.", "Bitte berichtigen Sie unten die Adresse");
        await EndsAsync(repeated, "Failed", "400");
        await ExpectAsync("Sie ließ sich nicht senden.", "Bitte berichtigen Sie unten die Adresse");
        await RepeatAsync();
        await NothingAsync();
        Assert.Empty((await staff.SeeAsync(await PathOfAsync("Bo"))).QuerySelectorAll(".notice.warn"));

        async Task<Attendee> AdaAsync() => (await SeatBook.ReadAsync(stage)).Seated.Single(attendee => attendee.FirstName == "Ada");

        async Task<string> RepeatAsync()
        {
            var before = (await AdaAsync()).RepeatedMail;
            if (byStaff) await staff.DoAsync(path, path + "/bestaetigung");
            else await stage.RegisterAsync(Person.Ada);
            var mail = await Stage.EventuallyAsync(async () => (await AdaAsync()).RepeatedMail is { } now && now != before ? now : null);
            await Stage.EventuallyAsync(async () => (await RowAsync(mail)).GetString("State") == "Delivered");
            return mail;
        }

        async Task<TableEntity> RowAsync(string mail) =>
            (await table.GetEntityAsync<TableEntity>(TestSessions.October.Id.Value, mail)).Value;

        async Task EndsAsync(string mail, string state, string reason)
        {
            var row = await RowAsync(mail);
            (row["State"], row["Reason"]) = (state, reason);
            await table.UpdateEntityAsync(row, Azure.ETag.All, TableUpdateMode.Replace);
        }

        async Task NothingAsync()
        {
            Assert.Empty((await staff.SeeAsync(path)).QuerySelectorAll(".notice.warn"));
            foreach (var page in new[] { List, "/redaktion" })
            {
                var text = (await staff.SeeAsync(page)).Body!.TextContent;
                Assert.DoesNotContain("kam nicht an", text, StringComparison.Ordinal);
                Assert.DoesNotContain("nicht bekommen", text, StringComparison.Ordinal);
            }
        }

        async Task ExpectAsync(string why, string next, string inList = "")
        {
            var told = (await staff.SeeAsync(path)).QuerySelector(".notice.warn")!.TextContent;
            Assert.Contains(why, told, StringComparison.Ordinal);
            Assert.Contains(next, told, StringComparison.Ordinal);
            var row = Assert.Single((await staff.SeeAsync(List)).QuerySelectorAll("tbody tr"),
                row => row.TextContent.Contains("E-Mail kam nicht an" + inList, StringComparison.Ordinal));
            Assert.Equal("Ada Löwe", row.QuerySelector("th")!.TextContent);
            var line = Assert.Single((await staff.SeeAsync("/redaktion")).QuerySelectorAll("main li"),
                line => line.TextContent.Contains("1 Person hat eine E-Mail zum Termin nicht bekommen", StringComparison.Ordinal));
            Assert.Equal(inList.Length > 0, line.TextContent.Contains("; sie geht noch einmal hinaus", StringComparison.Ordinal));
        }
    }

    /// <summary>Not the confirmation alone: whoever does not hear that their session moved comes in vain.</summary>
    [Fact]
    public async Task Whom_the_news_of_a_change_did_not_reach_is_told_until_a_later_mail_does()
    {
        await stage.PlanAsync(ChangeDesk.Planned);
        await AddAsync(Person.Ada);
        await ChangeDesk.SettledAsync(stage);
        var path = await PathOfAsync("Ada");
        await stage.PlanAsync(ChangeDesk.Moved);
        await ChangeDesk.TickAsync(stage, TimeSpan.Zero);
        await ChangeDesk.TickAsync(stage, ChangeDesk.Together);
        var table = stage.Service<TableServiceClient>().GetTableClient(Tables.Registrations);
        var news = await table.QueryAsync<TableEntity>(row => row.PartitionKey == ChangeDesk.Planned.Id.Value)
            .SingleAsync(row => row.GetString("Kind") == ChangeMail.KindName);
        Assert.DoesNotContain("kam nicht an", await ListAsync(), StringComparison.Ordinal);

        (news["State"], news["Reason"]) = ("Bounced", "550");
        await table.UpdateEntityAsync(news, Azure.ETag.All, TableUpdateMode.Replace);
        Assert.Contains("kam nicht an", await ListAsync(), StringComparison.Ordinal);
        Assert.Contains("kam nicht an", (await staff.SeeAsync(path)).QuerySelector(".notice.warn")!.TextContent, StringComparison.Ordinal);

        stage.Clock.Advance(TimeSpan.FromMinutes(1));
        await staff.DoAsync(path, path + "/bestaetigung");
        await ChangeDesk.SettledAsync(stage);
        Assert.DoesNotContain("kam nicht an", await ListAsync(), StringComparison.Ordinal);
        Assert.Empty((await staff.SeeAsync(path)).QuerySelectorAll(".notice.warn"));

        async Task<string> ListAsync() => (await staff.SeeAsync(List)).Body!.TextContent;
    }
}
