using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ThaffFunctions.Campaigns;
using ThaffFunctions.Tests.Campaigns;
using ThaffFunctions.Tests.Mail;
using ThaffFunctions.Tests.MailingList;
using ThaffFunctions.Tests.Registration;
using static ThaffFunctions.Tests.Campaigns.CampaignStage;

namespace ThaffFunctions.Tests.Shared;

/// <summary>
/// A person does all that a person can do, well and badly, while storage and mail service fail now and then; then every log line and every
/// span is searched for them.
/// </summary>
public sealed class NoPersonIsLoggedTests
{
    static readonly Person Wilhelmine = new("Wilhelmine", "Zwirnsfaden", "w.zwirnsfaden@unverwechselbar.example");

    /// <summary>Another address of hers: who is registered with one is not invited with it.</summary>
    const string Private = "zwirnsfaden.privat@unverwechselbar.example";

    /// <summary>Pieces of what was typed, so that other spellings (encoded, cut) are found too.</summary>
    static readonly string[] Personal = ["ilhelmine", "wirnsfaden", "nverwechselbar", "uckelpiste", "olibri"];

    static readonly (string, string)[] Answers = [("company", "Buckelpiste GmbH"), ("question", "Gibt es Kolibris?"), ("newsletter", "ja")];

    [Fact]
    public async Task No_log_line_and_no_span_names_a_person_an_address_or_a_link()
    {
        using var log = new RecordedLog();
        using var traces = new RecordedTraces();
        var account = await StorageEmulator.NewAccountAsync();
        var storage = new FaultyStorage(isDone: false);
        string[] links;
        await using (var stage = await Stage.OpenAsync(
            storage: account,
            settings: new()
            {
                ["Logging:LogLevel:Default"] = "Debug",
                ["Logging:LogLevel:Microsoft.AspNetCore"] = "Information",
                ["MailLimits:PerUnconfirmedAddressAndHour"] = "100", // one address gets all the mails here, and none may be held back
                ["MailLimits:PerUnconfirmedAddressAndDay"] = "100",
            },
            replace: services =>
            {
                storage.Replace(services, account, retries: 0);
                services.AddSingleton<ILoggerProvider>(log);
            }))
        {
            await stage.PlanAsync(October with { Seats = 1 });
            links = [.. await RegisterAsync(stage), .. await SubscribeAsync(stage), .. await BeInvitedAsync(stage)];
            await TypeBadlyAsync(stage);
            await TellEventsBadlyAsync(stage);
            await BreakAsync(stage, storage);
            await ArriveBadlyAsync(stage);
            await Stage.EventuallyAsync(() =>
                Task.FromResult(log.Lines.Count(line => line.Contains("came back", StringComparison.Ordinal)) >= 2));
        }

        Assert.Contains(log.Lines, line => line.Contains("The mail service accepted", StringComparison.Ordinal));
        Assert.Contains(log.Lines, line => line.Contains("The mail service refused", StringComparison.Ordinal));
        Assert.Contains(traces.Spans, span => span.DisplayName == "Register");
        string[] tokens = [.. links.Select(link => link[(link.IndexOf("t=", StringComparison.Ordinal) + 2)..])];
        Assert.True(tokens.Length >= 5);
        var written = string.Join('\n', log.Lines.Concat(traces.Texts));
        foreach (var secret in Personal.Concat(tokens)) Assert.DoesNotContain(secret, written, StringComparison.OrdinalIgnoreCase);
    }

    static async Task<string[]> RegisterAsync(Stage stage)
    {
        Assert.Equal(HttpStatusCode.SeeOther, (await stage.PostFormAsync(Wilhelmine, null, Answers)).StatusCode);
        var colleague = Wilhelmine with { FirstName = "Zweite Wilhelmine" };
        Assert.Equal(HttpStatusCode.Accepted, (await stage.RegisterAsync(colleague, null, Answers)).StatusCode);
        var (seated, waiting) = (await LinkAsync(stage, "Angemeldet für", "/anmeldung"),
            await LinkAsync(stage, "Warteliste", "/anmeldung"));
        await stage.Http.GetAsync(seated);
        await stage.Http.GetAsync(seated[..^3] + "abc");
        await stage.Http.PostAsync(seated, Form(("action", "correct"), ("firstName", "Wilhelmine\nX"), ("lastName", Wilhelmine.LastName)));
        await stage.Http.PostAsync(seated, Form(("action", "cancel")));
        await LinkAsync(stage, "Sie haben einen Platz", "/anmeldung");
        return [seated, waiting];
    }

    static async Task<string[]> SubscribeAsync(Stage stage)
    {
        await stage.SubscribeAsync(Private);
        var confirm = (await stage.ConfirmationAsync(Private)).LinkTo("/newsletter/bestaetigen");
        await stage.Http.GetAsync(confirm);
        await stage.ConfirmAsync(confirm);
        return [confirm];
    }

    static async Task<string[]> BeInvitedAsync(Stage stage)
    {
        await stage.TickAsync(InvitationDay);
        await stage.DeliveredAsync(Invitation);
        await stage.TickAsync(Sessions.At(2026, 9, 28, 9));
        await stage.DeliveredAsync(CampaignId.Reminder(October, 7));
        var manage = await LinkAsync(stage, "Erinnerung", "/anmeldung");
        var leave = await LinkAsync(stage, "5. Oktober, 10 Uhr", "/abmelden", Private);
        await stage.Http.GetAsync(leave);
        await stage.Http.PostAsync(leave, Form(("List-Unsubscribe", "One-Click")));
        return [manage, leave];
    }

    static async Task TypeBadlyAsync(Stage stage)
    {
        await stage.PostFormAsync(Wilhelmine with { FirstName = "Wilhelmine\nZwirnsfaden" });
        await stage.RegisterAsync(Wilhelmine with { Email = "zwirnsfaden(at)unverwechselbar" });
        await stage.RegisterAsync(Wilhelmine, "2026-10-unbekannt");
        await stage.RegisterAsync(Wilhelmine, "zwirnsfaden");
        await stage.Http.PostAsync("/api/registrations",
            new StringContent("{\"email\":\"" + Wilhelmine.Email, Encoding.UTF8, "application/json"));
        await stage.Http.PostAsync("/api/registrations",
            new StringContent(new string('Z', 70_000) + Wilhelmine.Email, Encoding.UTF8, "text/plain"));
        await stage.SubscribeAsync("zwirnsfaden@");
        for (var n = 0; n < 5; n++) await stage.RegisterAsync(Wilhelmine with { FirstName = $"Wilhelmine {n}" });
    }

    static async Task TellEventsBadlyAsync(Stage stage)
    {
        using var forged = new StringContent($$"""[{"event":"bounce","email":"{{Wilhelmine.Email}}","reason":"no {{Wilhelmine.Email}} here"}]""", MediaTypeHeaderValue.Parse("application/json"));
        Assert.Equal(HttpStatusCode.Forbidden, (await stage.Http.PostAsync("/api/mail-events", forged)).StatusCode);
    }

    static async Task BreakAsync(Stage stage, FaultyStorage storage)
    {
        for (var call = 1; call <= 4; call++)
        {
            storage.StrikeAt(call);
            await stage.PostFormAsync(Wilhelmine with
            {
                FirstName = $"Wilhelmine bricht ab {call}",
                Email = $"zwirnsfaden{call}@unverwechselbar.example"
            });
            storage.End();
        }
    }

    /// <summary>An error of the mail service, a mailbox that is not there, a complaint.</summary>
    static async Task ArriveBadlyAsync(Stage stage)
    {
        await stage.FailAsync("500");
        await stage.RegisterAsync(Wilhelmine with { Email = "zwirnsfaden@bounce.example" });
        await stage.SubscribeAsync("zwirnsfaden@dropped.example");
        await stage.SubscribeAsync("zwirnsfaden@spam.example");
    }

    static async Task<string> LinkAsync(Stage stage, string subject, string path, string? to = null) =>
        (await Stage.EventuallyAsync(async () => (await stage.MailsAsync(to ?? Wilhelmine.Email))
            .LastOrDefault(mail => mail.Subject.StartsWith(subject, StringComparison.Ordinal)))).LinkTo(path);

    static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
}
