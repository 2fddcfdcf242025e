using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using ThaffFunctions.MailingList.Choosing;
using ThaffFunctions.Operations.Limits;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Shared.Web;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.MailingList.SigningUp;

/// <summary>
/// Takes a sign-up, from the page's form or as JSON. The answer never tells whether the address was known; the mail goes to the address
/// alone.
/// </summary>
public sealed class Subscribe(
    DoubleOptIn optIn, RateLimit limit, TopicsToCome topics, PageRenderer pages, IOptions<MailingListOptions> options,
    IOptions<SiteOptions> site, TimeProvider clock)
{
    [Function(nameof(Subscribe))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/subscriptions")] HttpRequest request,
        CancellationToken cancellation) =>
        AnswerAsync(request, cancellation);

    /// <summary>The page's own form: its problems are shown under the page's own address, which can be reloaded.</summary>
    [Function(nameof(SubscribeByForm))]
    public Task<IResult> SubscribeByForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "newsletter")] HttpRequest request, CancellationToken cancellation) =>
        AnswerAsync(request, cancellation);

    [Function(nameof(SubscribeByEnglishForm))]
    public Task<IResult> SubscribeByEnglishForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "en/newsletter")] HttpRequest request,
        CancellationToken cancellation) =>
        AnswerAsync(request, cancellation);

    async Task<IResult> AnswerAsync(HttpRequest request, CancellationToken cancellation)
    {
        var (body, refusal) = await FormBody.ReadAsync(request, cancellation, SubscriptionFields.Lists);
        if (body is null) return await refusal!.ToResultAsync(pages.For(request));

        var language = request.Path.StartsWithSegments("/api") ? Language.Of(body["language"]) : Language.OfPath(request.Path);
        var speaking = pages.In(language);

        var fields = SubscriptionFields.Read(body);
        fields.Returned(language).Keep(request.HttpContext);
        var allowed = options.Value.PostsPerClientAndHour;
        if (await limit.TakeAsync("subscription-client", ClientIp.Of(request), allowed, TimeSpan.FromHours(1),
            cancellation) is { } wait)
            return await TooManyAsync(request.HttpContext.Response, body.IsJson, fields, wait, speaking);

        var (email, preferences, problems) = fields.Check(fields.Topics.Count > 0 ? await topics.AllAsync(cancellation) : [], language);
        if (problems.Any && body.IsJson) return problems.ToResult(language);
        if (problems.Any) return await speaking.ShowAsync(
            new NewsletterModel(fields, problems, await topics.AllAsync(cancellation)), StatusCodes.Status422UnprocessableEntity);

        var isRobot = body.IsFromRobot;
        if (!isRobot && await limit.TakeAsync("subscription-addresses", ClientIp.Of(request), options.Value.AddressesPerClientAndDay,
            TimeSpan.FromDays(1), cancellation, what: email!.Value.Canonical) is { } pause)
            return await TooManyAsync(request.HttpContext.Response, body.IsJson, fields, pause, speaking);

        if (!isRobot) await AskAsync(email!.Value, preferences,
            $"Newsletter-Bestellung, {ConsentOrigin.Of(request, body.IsJson, site.Value)}", language, cancellation);
        return body.IsJson ? Results.Json(new { status = "received" }, statusCode: StatusCodes.Status202Accepted)
            : new SeeOther(language.PathOf(ShowNewsletter.ThanksPath));
    }

    async Task AskAsync(EmailAddress email, Preferences preferences, string askedFrom, Language language, CancellationToken cancellation)
    {
        try
        {
            await optIn.AskAsync(email, preferences, clock.GetUtcNow(), askedFrom, language, Guid.NewGuid().ToString(), cancellation);
        }
        catch (UnreadableException)
        {
            // staff are told of the row; that there is one must not be told to anybody else
        }
    }

    static async Task<IResult> TooManyAsync(
        HttpResponse response, bool isJson, SubscriptionFields fields, TimeSpan wait, PageRenderer speaking)
    {
        var when = TryAgain.In(wait);
        response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var message = Message.In(speaking.Language, new("Zu viele Anfragen", "Too many requests"),
            new($"Von Ihrem Anschluss kamen zu viele Anfragen. Bitte versuchen Sie es {when.German} noch einmal oder schreiben Sie uns.",
                $"We received too many requests from your connection. Please try again {when.English} or write to us.")) with
        {
            Typed = fields.Returned(speaking.Language),
        };
        return isJson
            ? Results.Problem(message.Paragraphs[0], statusCode: StatusCodes.Status429TooManyRequests)
            : await speaking.ShowAsync(message, StatusCodes.Status429TooManyRequests);
    }
}
