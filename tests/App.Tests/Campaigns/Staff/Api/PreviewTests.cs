using System.Net;
using ThaffFunctions.Campaigns.Expanding;
using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Sending;
using ThaffFunctions.Shared;
using ThaffFunctions.Tests.MailingList;
using ThaffFunctions.Tests.Registration;
using static ThaffFunctions.Tests.Campaigns.CampaignStage;
using Person = ThaffFunctions.Tests.Registration.Person;

namespace ThaffFunctions.Tests.Campaigns.Staff.Api;

/// <summary>Staff see a mailing before anybody gets it.</summary>
public sealed class PreviewTests
{
    [Fact]
    public async Task A_preview_shows_the_mail_and_says_how_many_get_it_and_why_others_do_not()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(October);
        await stage.RegisterAsync(Person.Ada);
        await stage.AddActiveAsync("ueberall@firma.example");
        await stage.AddActiveAsync("erfurt@firma.example", "erfurt");
        await stage.AddActiveAsync("gera@firma.example", "gera");
        await stage.AddActiveAsync(Person.Ada.Email);
        await stage.Service<Suppression>().SuppressAsync(
            EmailAddress.Stored("beschwerde@firma.example"), SuppressionScope.MailingList, CancellationToken.None);
        await stage.AddActiveAsync("beschwerde@firma.example");
        using var staff = await stage.StaffAsync();

        var preview = await staff.ReadAsync(Invitation, "/preview");

        Assert.Equal(2, (int)preview["recipients"]!);
        Assert.Equal(new Dictionary<string, int>
        {
            [Recipients.OtherChoice] = 1,
            [ReachedAsAttendees.IsRegistered] = 1,
            [MailPreparation.IsSuppressed] = 1,
        }, preview["leftOut"]!.AsObject().ToDictionary(one => one.Key, one => (int)one.Value!));
        Assert.StartsWith("5. Oktober, 10 Uhr: Sprache im Betrieb", (string)preview["subject"]!, StringComparison.Ordinal);
        foreach (var part in new[] { "html", "text" })
        {
            Assert.Contains("Haus der Wirtschaft, Erfurt", (string)preview[part]!, StringComparison.Ordinal);
            Assert.DoesNotMatch("%[a-z]+%", (string)preview[part]!);
        }

        await stage.TickAsync(InvitationDay);
        await stage.DeliveredAsync(Invitation);
        Assert.Equal(["erfurt@firma.example", "ueberall@firma.example"], await stage.InvitedAsync());
    }

    [Fact]
    public async Task A_test_goes_to_the_member_of_staff_who_asks_and_to_nobody_else()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(October);
        using var staff = await stage.StaffAsync();

        await staff.DoAsync(Invitation, "test?to=redaktion@thaff.example");
        var refused = await staff.ActAsync(Invitation, "test?to=fremd@firma.example");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var mail = await Stage.EventuallyAsync(async () => (await stage.MailsAsync()).SingleOrDefault());
        Assert.Equal(("redaktion@thaff.example", "Test – 5. Oktober, 10 Uhr: Sprache im Betrieb"), (mail.To, mail.Subject));
        Assert.Null(await stage.CampaignAsync(Invitation));
    }
}
