using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using LocalHost.Tests.Fixtures;

namespace LocalHost.Tests.Mail;

/// <summary>The stand-in refuses what SendGrid documents to refuse, with SendGrid's field paths.</summary>
public sealed class MailRulesTests : IAsyncLifetime
{
    Stage _stage = null!;

    public async Task InitializeAsync() => _stage = await Stage.StartAsync([], []);

    public async Task DisposeAsync() => await _stage.DisposeAsync();

    [Fact]
    public async Task The_key_may_send_mail_and_nothing_else() =>
        Assert.Equal("""{"scopes":["mail.send","recipients.erasejob.create","recipients.erasejob.read","sender_verification_eligible"]}""", await _stage.Http.GetStringAsync("/v3/scopes"));

    [Fact]
    public async Task A_request_without_a_bearer_is_401_in_SendGrid_s_shape()
    {
        var answer = await _stage.Http.PostAsJsonAsync("/v3/mail/send", Mail());

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        var error = (await JsonNode.ParseAsync(await answer.Content.ReadAsStreamAsync()))!["errors"]![0]!.AsObject();
        Assert.Equal(["message", "field", "help"], error.Select(part => part.Key));
    }

    [Fact]
    public async Task Another_media_type_is_415() =>
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await SendAsync(new StringContent("{}"))).StatusCode);

    [Theory]
    [InlineData("{", null)]
    [InlineData("null", null)]
    [InlineData("""{"personalizations":[{"to":[{"email":5}]}]}""", "personalizations.0.to.0.email")]
    public async Task Malformed_json_is_400(string body, string? field)
    {
        var answer = await SendAsync(new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(field, Assert.Single(await FieldsAsync(answer)));
    }

    [Fact]
    public async Task A_request_over_30_MB_is_413()
    {
        var mail = Mail();
        mail["attachments"] = new JsonArray(new JsonObject { ["content"] = new string('A', 32_000_000), ["filename"] = "big" });

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await SendAsync(mail)).StatusCode);
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_SendGrid_refuses_is_400_and_names_the_field(string what, string field)
    {
        var mail = Mail();
        s_refusals[what].Spoil(mail);

        var answer = await SendAsync(mail);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(field, await FieldsAsync(answer));
        Assert.Empty(await _stage.MailsAsync());
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task What_just_fits_is_taken(string what)
    {
        var mail = Mail();
        s_limits[what](mail);

        Assert.Equal(HttpStatusCode.Accepted, (await SendAsync(mail)).StatusCode);
    }

    public static IEnumerable<object[]> Refusals => s_refusals.Select(refusal => (object[])[refusal.Key, refusal.Value.Field]);

    public static IEnumerable<object[]> Limits => s_limits.Keys.Select(limit => (object[])[limit]);

    static readonly Dictionary<string, (string Field, Action<JsonObject> Spoil)> s_refusals = new()
    {
        ["no personalization"] = ("personalizations", mail => mail["personalizations"] = new JsonArray()),
        ["1,001 personalizations"] = ("personalizations", mail => mail["personalizations"] = Recipients(1_001)),
        ["1,001 recipients in all"] = ("personalizations",
            mail => First(mail)["cc"] = new JsonArray([.. Enumerable.Range(0, 1_000).Select(Address)])),
        ["no recipient"] = ("personalizations.0.to", mail => First(mail).Remove("to")),
        ["an address twice in a personalization"] = ("personalizations.0.cc.0.email",
            mail => First(mail)["cc"] = new JsonArray(new JsonObject { ["email"] = "ADA@example.org" })),
        ["an address twice in a request"] = ("personalizations.1.to.0.email",
            mail => mail["personalizations"]!.AsArray().Add(First(mail).DeepClone())),
        ["a bad address"] = ("personalizations.0.to.0.email", mail => First(mail)["to"]![0]!["email"] = "ada@"),
        ["an address with a non-ASCII local part"] = ("personalizations.0.to.0.email",
            mail => First(mail)["to"]![0]!["email"] = "ädä@example.org"),
        ["an address with a non-ASCII domain"] = ("personalizations.0.to.0.email",
            mail => First(mail)["to"]![0]!["email"] = "ada@bücher.example"),
        ["a bad address in the fourth personalization"] = ("personalizations.3.to.0.email", mail =>
        {
            mail["personalizations"] = Recipients(4);
            mail["personalizations"]![3]!["to"]![0]!["email"] = "no address";
        }
        ),
        ["no sender"] = ("from.email", mail => mail.Remove("from")),
        ["a bad sender"] = ("from.email", mail => mail["from"]!["email"] = "nobody"),
        ["a bad reply address"] = ("reply_to.email", mail => mail["reply_to"] = new JsonObject { ["email"] = "nobody" }),
        ["no subject"] = ("subject", mail => mail.Remove("subject")),
        ["a subject of two lines"] = ("subject", mail => mail["subject"] = "one\r\ntwo"),
        ["no content"] = ("content", mail => mail.Remove("content")),
        ["empty content"] = ("content.0.value", mail => mail["content"]![0]!["value"] = ""),
        ["html before text"] = ("content", mail => mail["content"] = new JsonArray(Content("text/html"), Content("text/plain"))),
        ["another type before html"] = ("content", mail => mail["content"] = new JsonArray(Content("text/calendar"), Content("text/html"))),
        ["an attachment that is not base64"] = ("attachments.0.content",
            mail => mail["attachments"] = Attachment("not base64!", "text/plain")),
        ["an attachment type with a parameter"] = ("attachments.0.type",
            mail => mail["attachments"] = Attachment("AAAA", "text/calendar; method=REQUEST")),
        ["an attachment type with a line break"] = ("attachments.0.type",
            mail => mail["attachments"] = Attachment("AAAA", "text/plain\r\nX: y")),
        ["a reserved header"] = ("headers.Reply-To", mail => mail["headers"] = new JsonObject { ["Reply-To"] = "ada@example.org" }),
        ["a reserved header of one mail"] = ("personalizations.0.headers.received",
            mail => First(mail)["headers"] = new JsonObject { ["received"] = "x" }),
        ["11 categories"] = ("categories",
            mail => mail["categories"] = new JsonArray([.. Enumerable.Range(0, 11).Select(number => JsonValue.Create($"{number}"))])),
        ["a category twice"] = ("categories", mail => mail["categories"] = new JsonArray("a", "a")),
        ["a category of 256 characters"] = ("categories.0", mail => mail["categories"] = new JsonArray(new string('a', 256))),
        ["custom arguments of 10,001 bytes"] = ("custom_args",
            mail => mail["custom_args"] = new JsonObject { ["a"] = new string('a', 10_000) }),
        ["custom arguments of 10,001 bytes together"] = ("personalizations.0.custom_args", mail =>
        {
            mail["custom_args"] = new JsonObject { ["a"] = new string('a', 5_000) };
            First(mail)["custom_args"] = new JsonObject { ["b"] = new string('ä', 2_500) };
        }
        ),
        ["substitutions of 10,001 bytes"] = ("personalizations.0.substitutions",
            mail => First(mail)["substitutions"] = new JsonObject { ["a"] = new string('a', 10_000) }),
        ["substitutions with a dynamic template"] = ("personalizations.0.substitutions", mail =>
        {
            mail["template_id"] = "d-1";
            First(mail)["substitutions"] = new JsonObject { ["-name-"] = "Ada" };
        }
        ),
        ["a personalization that is null"] = ("personalizations.1", mail => mail["personalizations"]!.AsArray().Add((JsonNode?)null)),
        ["a recipient that is null"] = ("personalizations.0.to.0", mail => First(mail)["to"] = new JsonArray((JsonNode?)null)),
        ["content that is null"] = ("content.0", mail => mail["content"] = new JsonArray((JsonNode?)null)),
        ["an attachment that is null"] = ("attachments.0", mail => mail["attachments"] = new JsonArray((JsonNode?)null)),
        ["a category that is null"] = ("categories.0", mail => mail["categories"] = new JsonArray((JsonNode?)null)),
        ["a header that is null"] = ("personalizations.0.headers.X-A", mail => First(mail)["headers"] = new JsonObject { ["X-A"] = null }),
        ["a custom argument that is null"] = ("custom_args.a", mail => mail["custom_args"] = new JsonObject { ["a"] = null }),
        ["a substitution for nothing"] = ("personalizations.0.substitutions",
            mail => First(mail)["substitutions"] = new JsonObject { [""] = "Ada" }),
        ["a time beyond 72 hours"] = ("send_at", mail => mail["send_at"] = InHours(73)),
        ["a time beyond 72 hours for one mail"] = ("personalizations.0.send_at", mail => First(mail)["send_at"] = InHours(73)),
    };

    static readonly Dictionary<string, Action<JsonObject>> s_limits = new()
    {
        ["1,000 personalizations"] = mail => mail["personalizations"] = Recipients(1_000),
        ["10 categories of 255 characters"] = mail =>
            mail["categories"] = new JsonArray(
                [.. Enumerable.Range(0, 10).Select(number => JsonValue.Create(new string((char)('a' + number), 255)))]),
        ["custom arguments of 10,000 bytes"] = mail => mail["custom_args"] = new JsonObject { ["a"] = new string('a', 9_999) },
        ["substitutions of 10,000 bytes"] = mail => First(mail)["substitutions"] = new JsonObject { ["a"] = new string('b', 9_999) },
        ["a time in 71 hours"] = mail => mail["send_at"] = InHours(71),
        ["a subject in every personalization only"] = mail =>
        {
            mail.Remove("subject");
            First(mail)["subject"] = "Hello";
        },
        ["fields that are null"] = mail => (mail["reply_to"], mail["send_at"], First(mail)["subject"]) = (null, null, null),
        ["a plus address and a domain in punycode"] = mail => First(mail)["to"]![0]!["email"] = "ada+news@xn--bcher-kva.example",
        ["a bare attachment type"] = mail => mail["attachments"] = Attachment("QkVHSU46VkNBTEVOREFS", "text/calendar"),
        ["headers for leaving a list"] = mail =>
            First(mail)["headers"] = new JsonObject
            {
                ["List-Unsubscribe"] = "<https://example.org/leave?t=1>",
                ["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
            },
    };

    static JsonObject Mail() => new()
    {
        ["personalizations"] = new JsonArray(
            new JsonObject { ["to"] = new JsonArray(new JsonObject { ["email"] = "ada@example.org", ["name"] = "Ada Ü" }) }),
        ["from"] = new JsonObject { ["email"] = "office@example.org", ["name"] = "Büro" },
        ["subject"] = "Hello",
        ["content"] = new JsonArray(Content("text/plain"), Content("text/html")),
    };

    static JsonObject First(JsonObject mail) => mail["personalizations"]![0]!.AsObject();

    static JsonObject Content(string type) => new() { ["type"] = type, ["value"] = "hello" };

    static JsonNode Address(int number) => new JsonObject { ["email"] = $"person{number}@example.org" };

    static JsonArray Recipients(int count) =>
        [.. Enumerable.Range(0, count).Select(number => new JsonObject { ["to"] = new JsonArray(Address(number)) })];

    static JsonArray Attachment(string content, string type) =>
        [new JsonObject { ["content"] = content, ["type"] = type, ["filename"] = "termin.ics" }];

    static long InHours(int hours) => TimeProvider.System.GetUtcNow().AddHours(hours).ToUnixTimeSeconds();

    Task<HttpResponseMessage> SendAsync(JsonObject mail) =>
        SendAsync(new StringContent(mail.ToJsonString(), Encoding.UTF8, "application/json"));

    async Task<HttpResponseMessage> SendAsync(HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v3/mail/send") { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "SG.key");
        return await _stage.Http.SendAsync(request);
    }

    static async Task<string?[]> FieldsAsync(HttpResponseMessage answer) =>
        [.. (await JsonNode.ParseAsync(await answer.Content.ReadAsStreamAsync()))!["errors"]!.AsArray()
            .Select(error => (string?)error!["field"])];
}
