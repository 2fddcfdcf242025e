using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using ThaffFunctions.Operations.Limits;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Web.Forms;

namespace ThaffFunctions.Registration.Applying;

/// <summary>A person registers, by form or JSON.</summary>
public sealed class Register(SeatDesk desk, RegistrationAnswers answers, RateLimit limit, IOptions<RegistrationOptions> options,
    IOptions<SiteOptions> site)
{
    [Function(nameof(Register))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/registrations")] HttpRequest request,
        CancellationToken cancellation) =>
        AnswerAsync(request, null, cancellation);

    /// <summary>The form on the session's page: its problems are shown under the page's own address, which can be reloaded.</summary>
    [Function(nameof(RegisterByForm))]
    public Task<IResult> RegisterByForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "termine/{id:regex(^[^.]+$)}")] HttpRequest request, string id,
        CancellationToken cancellation) =>
        AnswerAsync(request, id, cancellation);

    [Function(nameof(RegisterByEnglishForm))]
    public Task<IResult> RegisterByEnglishForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "en/termine/{id:regex(^[^.]+$)}")] HttpRequest request, string id,
        CancellationToken cancellation) =>
        AnswerAsync(request, id, cancellation);

    /// <param name="request">A form or JSON.</param>
    /// <param name="id">The session's id; null if the body names it.</param>
    /// <param name="cancellation">Gives up.</param>
    async Task<IResult> AnswerAsync(HttpRequest request, string? id, CancellationToken cancellation)
    {
        var (body, refusal) = await FormBody.ReadAsync(request, cancellation, RegistrationFields.Lists);
        if (body is null) return await answers.RefusedAsync(refusal!, Language.OfPath(request.Path));

        // what programs and other sites post says it; the browser's own language does not tell in which one the form was read
        var language = id is null ? Language.Of(body["language"]) : Language.OfPath(request.Path);
        var known = SessionId.Parse(id ?? body["session"]);
        var typed = RegistrationFields.Read(body);
        var post = new RegistrationPost(typed, body.IsJson, language);
        // an error page gives back what was typed, whatever happens below
        typed.Returned(language, RegistrationFormModel.AddressOf(known, language)).Keep(request.HttpContext);
        if (await TooManyAsync(request, cancellation) is { } wait)
            return await answers.TooManyAsync(request.HttpContext.Response, post, known, wait);
        if (known is not { } session) return await answers.UnknownSessionAsync(post);
        if (body.IsFromRobot) return await answers.ReceivedUnstoredAsync(post, session, cancellation);

        var (applicants, problems) = RegistrationCheck.Check(
            session, typed, ConsentOrigin.Of(request, body.IsJson, site.Value), language);
        if (problems.Any) return await answers.RejectedAsync(post, session, problems, cancellation);

        // before anybody has a place: a group is checked as a whole
        foreach (var applicant in applicants)
        {
            // the first was counted with the post
            var tooMany = applicant == applicants[0] ? null : await TooManyAsync(request, cancellation);
            if ((tooMany ?? await TooManyAddressesAsync(request, applicant, cancellation)) is { } pause)
                return await answers.TooManyAsync(request.HttpContext.Response, post, session, pause);
        }

        return await desk.TakeAsync(applicants) switch
        {
            SeatOutcome.Received received => RegistrationAnswers.Received(post, session, received.Seats),
            SeatOutcome.ModeMissing => await answers.RejectedAsync(post, session, problems, cancellation),
            SeatOutcome.NotOpen notOpen => await answers.NotOpenAsync(post, notOpen.Why),
            _ => await answers.UnknownSessionAsync(post),
        };
    }

    Task<TimeSpan?> TooManyAsync(HttpRequest request, CancellationToken cancellation) => limit.TakeAsync(
        "registration-client", ClientIp.Of(request), options.Value.PostsPerClientAndHour, TimeSpan.FromHours(1), cancellation);

    Task<TimeSpan?> TooManyAddressesAsync(HttpRequest request, Applicant applicant, CancellationToken cancellation) => limit.TakeAsync(
        "registration-addresses", ClientIp.Of(request), options.Value.AddressesPerClientAndDay, TimeSpan.FromDays(1), cancellation,
        what: applicant.Email.Canonical);
}
