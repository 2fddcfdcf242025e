using System.Net;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Moq;
using SendGrid;
using SendGrid.Helpers.Mail;
using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Sending;
using ThaffFunctions.Shared.Hosting;
using EmailAddress = ThaffFunctions.Shared.EmailAddress;

namespace ThaffFunctions.Tests.Mail.Sending;

public sealed class SendGridTransportTests
{
    static readonly DateTimeOffset Now = new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);

    static readonly MailRequest Request = new("probe", "Betreff", "<p>Text</p>",
        [new(new("deliveries", "p", "delivery-1"), EmailAddress.Stored("ada@firma.example"), null, new Dictionary<string, string>())]);

    readonly FakeTimeProvider clock = new(Now);

    [Theory]
    [InlineData(HttpStatusCode.Accepted, typeof(SendOutcome.Accepted))]
    [InlineData(HttpStatusCode.BadRequest, typeof(SendOutcome.Refused))]
    [InlineData(HttpStatusCode.RequestEntityTooLarge, typeof(SendOutcome.Refused))]
    [InlineData(HttpStatusCode.TooManyRequests, typeof(SendOutcome.Throttled))]
    [InlineData(HttpStatusCode.Unauthorized, typeof(SendOutcome.TemporaryFailure))] // the key is wrong, not the mail
    [InlineData(HttpStatusCode.Forbidden, typeof(SendOutcome.TemporaryFailure))]
    [InlineData(HttpStatusCode.InternalServerError, typeof(SendOutcome.TemporaryFailure))]
    [InlineData(HttpStatusCode.ServiceUnavailable, typeof(SendOutcome.TemporaryFailure))]
    [InlineData(HttpStatusCode.GatewayTimeout, typeof(SendOutcome.NoAnswer))]
    public async Task Every_answer_has_its_meaning(HttpStatusCode status, Type meaning) =>
        Assert.IsType(meaning, await Transport(() => Answer(status)).SendAsync(Request));

    public static TheoryData<Exception, Type> Failures => new()
    {
        { new HttpRequestException(HttpRequestError.ConnectionError), typeof(SendOutcome.TemporaryFailure) },
        { new HttpRequestException(HttpRequestError.NameResolutionError), typeof(SendOutcome.TemporaryFailure) },
        { new HttpRequestException(HttpRequestError.ResponseEnded), typeof(SendOutcome.NoAnswer) },
        { new HttpRequestException("cut"), typeof(SendOutcome.NoAnswer) },
        { new TaskCanceledException("timed out"), typeof(SendOutcome.NoAnswer) },
        { new IOException("cut"), typeof(SendOutcome.NoAnswer) },
    };

    [Theory, MemberData(nameof(Failures))]
    public async Task Without_an_answer_it_matters_whether_the_request_was_on_its_way(Exception failure, Type meaning) =>
        Assert.IsType(meaning, await Transport(() => throw failure).SendAsync(Request));

    [Theory]
    [InlineData(30, 30)]
    [InlineData(-30, 1)] // a clock that goes wrong
    [InlineData(90_000, 3600)]
    [InlineData(null, 60)]
    public async Task The_wait_is_what_the_mail_service_says_within_reason(int? reset, int seconds)
    {
        var transport = Transport(() => Answer(HttpStatusCode.TooManyRequests,
            reset is { } wait ? $"{Now.AddSeconds(wait).ToUnixTimeSeconds()}" : null));

        Assert.Equal(new SendOutcome.Throttled(Now.AddSeconds(seconds), TimeSpan.FromSeconds(seconds)), await transport.SendAsync(Request));
    }

    [Theory]
    [InlineData("""{"errors":[{"message":"bad a@b.example","field":"personalizations.3.to.0.email"},{"message":"bad","field":"personalizations.12.headers.x"}]}""", new[] { 3, 12 })]
    [InlineData("""{"errors":[{"message":"bad","field":"content.0.value"}]}""", new int[0])]
    [InlineData("""{"errors":[{"message":"bad","field":null}]}""", new int[0])]
    public async Task A_refusal_names_recipients_by_their_place_and_never_by_address(string body, int[] recipients)
    {
        var transport = Transport(() => Answer(HttpStatusCode.BadRequest, body: body));

        var refused = Assert.IsType<SendOutcome.Refused>(await transport.SendAsync(Request));

        Assert.Equal(recipients, refused.Recipients.Order());
        Assert.StartsWith("Der Maildienst nimmt die E-Mail nicht an (SendGrid 400", refused.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("@", refused.Reason, StringComparison.Ordinal);
    }

    /// <summary>What stands on the way answers as it likes; only the mail service accepts a mail, or refuses it for good.</summary>
    [Theory]
    [InlineData(HttpStatusCode.OK, "<html>Please sign in</html>")]
    [InlineData(HttpStatusCode.OK, "{}")] // its sandbox, which sends nothing
    [InlineData(HttpStatusCode.NoContent, "")]
    [InlineData(HttpStatusCode.Found, "")]
    [InlineData(HttpStatusCode.Found, "{}")]
    [InlineData(HttpStatusCode.BadRequest, "<html>Bad Request</html>")]
    [InlineData(HttpStatusCode.BadRequest, "")]
    [InlineData(HttpStatusCode.BadRequest, "{}")]
    [InlineData(HttpStatusCode.BadRequest, "null")]
    [InlineData(HttpStatusCode.BadRequest, """{"error":"bad request"}""")]
    [InlineData(HttpStatusCode.BadRequest, """{"errors":[]}""")]
    [InlineData(HttpStatusCode.BadRequest, """{"errors":[null]}""")]
    [InlineData(HttpStatusCode.BadRequest, """{"errors":[{}]}""")]
    [InlineData(HttpStatusCode.BadRequest, """{"errors":[{"message":"no"},{"code":7}]}""")]
    [InlineData(HttpStatusCode.BadRequest, """{"errors":"bad"}""")]
    [InlineData(HttpStatusCode.NotFound, """{"message":"no Route matched"}""")]
    [InlineData(HttpStatusCode.NotFound, "<html>Not Found</html>")]
    [InlineData(HttpStatusCode.MethodNotAllowed, "no")]
    [InlineData(HttpStatusCode.MisdirectedRequest, "<html>Misdirected Request</html>")]
    [InlineData(HttpStatusCode.BadGateway, "<html>Bad Gateway</html>")]
    public async Task A_page_of_something_on_the_way_neither_accepts_a_mail_nor_refuses_it_for_good(HttpStatusCode status, string body) =>
        Assert.IsType<SendOutcome.TemporaryFailure>(await Transport(() => Answer(status, body: body)).SendAsync(Request));

    [Theory]
    [InlineData("{}")]
    [InlineData("<html>413 Request Entity Too Large</html>")]
    public async Task A_mail_that_is_too_large_is_refused_whoever_says_so(string body) => Assert.IsType<SendOutcome.Refused>(
        await Transport(() => Answer(HttpStatusCode.RequestEntityTooLarge, body: body)).SendAsync(Request));

    SendGridTransport Transport(Func<Response> answer)
    {
        var client = new Mock<ISendGridClient>();
        client.Setup(one => one.SendEmailAsync(It.IsAny<SendGridMessage>(), It.IsAny<CancellationToken>())).ReturnsAsync(answer);
        var messages = new SendGridMessages(Options.Create(new SendGridOptions { FromEmail = "wir@thaff.example", FromName = "Wir" }),
            Options.Create(new SiteOptions { BaseUrl = "https://thaff.example", Operator = new() { Email = "wir@thaff.example" } }));
        return new(client.Object, messages, clock);
    }

    static Response Answer(HttpStatusCode status, string? reset = null, string body = """{"errors":[{"message":"no"}]}""")
    {
        var answer = new HttpResponseMessage(status);
        if (reset is not null) answer.Headers.Add("X-RateLimit-Reset", reset);
        return new(status, new StringContent(body), answer.Headers);
    }
}
