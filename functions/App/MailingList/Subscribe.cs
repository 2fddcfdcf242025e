using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using ThaffFunctions.Operations.Limits;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.MailingList;

/// <summary>
/// Takes a sign-up, from the page's form or as JSON. The answer never tells whether the address was known; the mail goes to the address
/// alone.
/// </summary>
public sealed class Subscribe(DoubleOptIn optIn, RateLimit limit, PageRenderer pages, IOptions<MailingListOptions> options)
{
    [Function(nameof(Subscribe))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/subscriptions")] HttpRequest request,
        CancellationToken cancellation)
    {
        var (body, refusal) = await FormBody.ReadAsync(request, cancellation, "regions");
        if (body is null) return await refusal!.ToResultAsync(pages);

        var allowed = options.Value.PostsPerClientAndHour;
        if (await limit.TakeAsync("subscription-client", ClientAddress.Of(request), allowed, TimeSpan.FromHours(1),
            cancellation) is { } wait)
            return await TooManyAsync(request.HttpContext.Response, body.IsJson, wait);

        var fields = SubscriptionFields.Read(body);
        var (email, preferences, problems) = fields.Check();
        if (problems.Any && body.IsJson) return problems.ToResult();
        if (problems.Any) return await pages.ShowAsync(new NewsletterModel(fields, problems), StatusCodes.Status422UnprocessableEntity);

        var isRobot = body["website"] != "";
        if (!isRobot && await limit.TakeAsync("subscription-addresses", ClientAddress.Of(request), options.Value.AddressesPerClientAndDay,
            TimeSpan.FromDays(1), cancellation, what: email!.Value.Canonical) is { } pause)
            return await TooManyAsync(request.HttpContext.Response, body.IsJson, pause);

        if (!isRobot) await optIn.AskAsync(email!.Value, preferences, body.IsJson ? "Schnittstelle" : "Newsletter-Seite",
            Guid.NewGuid().ToString(), cancellation);
        return body.IsJson ? Results.Json(new { status = "received" }, statusCode: StatusCodes.Status202Accepted)
            : new SeeOther(ShowNewsletter.ThanksPath);
    }

    async Task<IResult> TooManyAsync(HttpResponse response, bool isJson, TimeSpan wait)
    {
        response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var message = new Message("Das war etwas viel",
            "Von Ihrem Anschluss kamen in kurzer Zeit sehr viele Anfragen. Bitte versuchen Sie es später noch einmal.");
        return isJson
            ? Results.Problem(message.Paragraphs[0], statusCode: StatusCodes.Status429TooManyRequests)
            : await pages.ShowAsync(message, StatusCodes.Status429TooManyRequests);
    }
}
