using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using LocalHost.Tests.Fixtures;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace LocalHost.Tests.Mail;

/// <summary>What SendGrid's own client sends is found in the mailbox.</summary>
public sealed class MailboxTests : IAsyncLifetime
{
    Stage _stage = null!;
    SendGridClient _client = null!;

    public async Task InitializeAsync()
    {
        _stage = await Stage.StartAsync([], []);
        _client = new SendGridClient(new SendGridClientOptions
        {
            ApiKey = _stage.Setting("SendGrid:ApiKey"),
            Host = _stage.Setting("SendGrid:Host")
        });
    }

    public async Task DisposeAsync() => await _stage.DisposeAsync();

    [Fact]
    public async Task A_mail_is_accepted_as_SendGrid_accepts_it()
    {
        var answer = await _client.SendEmailAsync(Mail());

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.NotEmpty(Assert.Single(answer.Headers.GetValues("X-Message-Id")));
        foreach (var header in (string[])["X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"])
            Assert.Single(answer.Headers.GetValues(header));
    }

    [Fact]
    public async Task Recipients_are_erased_on_request_and_nobody_else_is()
    {
        await _client.SendEmailAsync(Mail());
        var other = Mail();
        other.Personalizations[0].Tos = [new("bo@example.org")];
        await _client.SendEmailAsync(other);

        var job = await _client.RequestAsync(BaseClient.Method.POST, """{"email_addresses":["Ada@example.org"]}""", urlPath: "recipients/erasejob");
        var wrong = await _client.RequestAsync(BaseClient.Method.POST, """{"addresses":[]}""", urlPath: "recipients/erasejob");

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.BadRequest), (job.StatusCode, wrong.StatusCode));
        Assert.Equal("bo@example.org", (string)Assert.Single(await _stage.MailsAsync())!["to"]!);
    }

    [Fact]
    public async Task A_mail_is_in_the_mailbox_as_its_recipient_would_see_it()
    {
        var mail = Mail();
        mail.AddAttachment("termin.ics", Convert.ToBase64String("BEGIN:VCALENDAR"u8), "text/calendar");
        mail.Personalizations[0].Headers = new() { ["List-Unsubscribe"] = "<https://example.org/-token->" };
        mail.Personalizations[0].Substitutions = new() { ["-name-"] = "Ada", ["-token-"] = "t1" };
        mail.Personalizations[0].CustomArgs = new() { ["delivery"] = "d1" };
        await _client.SendEmailAsync(mail);

        var found = Assert.Single(await _stage.MailsAsync())!;

        Assert.Equal("ada@example.org", (string)found["to"]!);
        Assert.Equal("office@example.org", (string)found["from"]!);
        Assert.Equal("Grüß Gott, Ada", (string)found["subject"]!);
        Assert.Equal("Hello Ada", (string)found["text"]!);
        Assert.Equal("<p>Hello Ada</p>", (string)found["html"]!);
        Assert.Equal("<https://example.org/t1>", (string)found["headers"]!["List-Unsubscribe"]!);
        Assert.Equal("d1", (string)found["customArgs"]!["delivery"]!);
        Assert.Equal("termin.ics", (string)found["attachments"]![0]!["filename"]!);
        Assert.Equal("text/calendar", (string)found["attachments"]![0]!["type"]!);
        Assert.Equal("BEGIN:VCALENDAR"u8, Convert.FromBase64String((string)found["attachments"]![0]!["content"]!));
        Assert.NotNull(found["receivedAt"]);
    }

    [Fact]
    public async Task Every_personalization_is_a_mail_and_the_newest_is_last()
    {
        var mail = Mail();
        mail.AddTo(new EmailAddress("grace@example.org"), 1, new Personalization { Subject = "for Grace" });
        await _client.SendEmailAsync(mail);

        var found = await _stage.MailsAsync();
        var hers = await _stage.Http.GetFromJsonAsync<JsonArray>("/_local/mails?to=GRACE@example.org");

        Assert.Equal(["ada@example.org", "grace@example.org"], found.Select(one => (string)one!["to"]!));
        Assert.Equal("for Grace", (string)Assert.Single(hers!)!["subject"]!);
    }

    [Fact]
    public async Task The_mailbox_can_be_read_by_people()
    {
        var mail = Mail();
        mail.AddAttachment("notes.txt", Convert.ToBase64String("notes"u8), "text/plain");
        await _client.SendEmailAsync(mail);
        var id = (string)(await _stage.MailsAsync())[0]!["id"]!;

        var list = await _stage.Http.GetStringAsync("/_local/mailbox");
        var page = await _stage.Http.GetStringAsync($"/_local/mailbox/{id}");
        var attachment = await _stage.Http.GetStringAsync($"/_local/mailbox/{id}/attachments/0");

        Assert.Contains($"/_local/mailbox/{id}", list, StringComparison.Ordinal);
        Assert.Contains("<iframe sandbox=", page, StringComparison.Ordinal);
        // its links open, the app's pages can't be framed
        Assert.Contains("srcdoc=\"&lt;base target=&quot;_blank&quot;&gt;&lt;p&gt;Hello", page, StringComparison.Ordinal);
        Assert.Equal("notes", attachment);
        Assert.Equal(HttpStatusCode.NotFound, (await _stage.Http.GetAsync("/_local/mailbox/unknown")).StatusCode);
    }

    [Fact]
    public async Task The_mailbox_can_be_emptied()
    {
        await _client.SendEmailAsync(Mail());

        await _stage.Http.DeleteAsync("/_local/mails");

        Assert.Empty(await _stage.MailsAsync());
    }

    [Fact]
    public async Task The_mailbox_survives_a_restart_even_of_a_killed_host()
    {
        using var folder = new TestFolder();
        string[] settings = [$"--LocalHost:DataFolder={folder.Path}"];
        await using (var first = await Stage.StartAsync([], settings))
            await new SendGridClient(new SendGridClientOptions { ApiKey = "SG.key", Host = first.Address }).SendEmailAsync(Mail());
        await File.AppendAllTextAsync(Path.Combine(folder.Path, "mails.jsonl"), "{\"id\":\"half a li");

        await using var second = await Stage.StartAsync([], settings);

        Assert.Single(await second.MailsAsync());
    }

    static SendGridMessage Mail() => MailHelper.CreateSingleEmail(
        new("office@example.org", "Büro"), new("ada@example.org", "Ada"), "Grüß Gott, -name-", "Hello -name-", "<p>Hello -name-</p>");
}
