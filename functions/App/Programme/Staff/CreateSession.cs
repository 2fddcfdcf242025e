using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Programme.Import;
using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Programme.Staff;

/// <summary>
/// <c>/redaktion/termine/neu</c>: a new session, empty or after the pattern of another one (<c>?von=id</c>) on a new date.
/// </summary>
public sealed class CreateSession(ProgrammeStore store, ProgrammeEdit edit, StaffArea staff)
{
    const string Route = "redaktion/termine/neu";
    public const string Path = "/" + Route;

    [Function(nameof(ShowNewSession))]
    public async Task<IResult> ShowNewSession([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        CancellationToken cancellation)
    {
        var page = new SessionFormModel { Frame = staff.FrameOf(request) };
        return await staff.ShowAsync(
            SessionId.Parse(request.Query["von"]) is { } id && await store.FindAsync(id, cancellation) is { } pattern
                ? page with { Typed = Copied(pattern.Session) }
                : page);
    }

    [Function(nameof(CreateSession))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        CancellationToken cancellation) => staff.ActAsync<SessionFormPage>(request, post => MakeAsync(post, cancellation),
            post => Task.FromResult<IModelOf<SessionFormPage>>(
                new SessionFormModel { Frame = post.Frame, Typed = SessionFields.Typed(post), Problems = post.Problems }),
            cancellation, SessionFields.NameOf(SessionField.Sectors));

    async Task<StaffDone?> MakeAsync(StaffPost post, CancellationToken cancellation)
    {
        if (SessionFields.Read(SessionFields.Typed(post), post.Problems) is not { } session) return null;
        if (await edit.AddAsync(session, cancellation))
            return new(EditSession.PathOf(session.Id), "Der Termin steht im Programm." + await edit.DoubtsAsync(null, session, cancellation),
                "Termin angelegt", $"Termin {session.Id}");

        post.Problems.Add("id", "Diese Kennung hat schon ein Termin. Ist es dieser, dann ist er gespeichert und steht unter „Termine“.");
        return null;
    }

    /// <summary>Id and date are to be chosen anew; registration opens and closes as it usually does.</summary>
    static Dictionary<SessionField, string> Copied(Session session) => new(SessionText.Of(session))
    {
        [SessionField.Id] = "",
        [SessionField.Date] = "",
        [SessionField.RegistrationOpens] = "",
        [SessionField.RegistrationCloses] = "",
        [SessionField.Status] = "scheduled",
    };
}
