using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Programme.Import;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Programme.Staff;

/// <summary>
/// <c>/redaktion/termine/{id}</c>: one session with all its fields. Two who edit it at once do not overwrite each other unseen: the second
/// is shown what the first changed, and changes nothing else of it than what they changed themselves.
/// </summary>
public sealed class EditSession(
    ProgrammeStore store, ProgrammeEdit edit, IEnumerable<SessionNoteProvider> notes, SessionConsequences consequences, SessionTies ties,
    StaffArea staff, TimeProvider clock)
{
    /// <summary>Ids have nine characters at least; no other page beside it has such a name.</summary>
    const string Route = "redaktion/termine/{id:minlength(9)}";

    public static string PathOf(SessionId id) => $"{ShowSessions.Path}/{id}";

    [Function(nameof(ShowSessionForm))]
    public Task<IResult> ShowSessionForm([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        string id, CancellationToken cancellation) => WithSessionAsync(request, id, async stored =>
            await staff.ShowAsync(await PageAsync(staff.FrameOf(request), stored, cancellation)), cancellation);

    [Function(nameof(EditSession))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string id,
        CancellationToken cancellation) => WithSessionAsync(request, id, stored => staff.ActAsync(request,
            post => SaveAsync(stored.Session, post, cancellation), post => AgainAsync(stored, post, cancellation),
            cancellation, SessionFields.NameOf(SessionField.Sectors)), cancellation);

    [Function(nameof(CancelSession))]
    public Task<IResult> CancelSession(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/absagen")] HttpRequest request, string id,
        CancellationToken cancellation) => WithSessionAsync(request, id, stored => staff.ActAsync<SessionFormPage>(request, async post =>
        {
            if (!post.Body.Has("ja")) post.Problems.Add("ja", "Bitte bestätigen Sie, dass der Termin ausfällt.");
            if (post.Problems.Any) return null;

            if (!stored.Session.IsCancelled && !await ChangeAsync(stored.Session.Id, current => edit.SaveAsync(
                current, current.Session with { Status = SessionStatus.Cancelled }, cancellation), post[FormVersion.Field], cancellation))
            {
                post.Problems.Add("inhalt", "Jemand anders hat diesen Termin inzwischen geändert. Bitte sehen Sie ihn an; noch einmal "
                    + "abgeschickt, ist er abgesagt.");
                return null;
            }

            return Cancelled(stored.Session);
        }, async post => (await PageAsync(post.Frame, await store.FindAsync(stored.Session.Id, cancellation) ?? stored, cancellation)) with
        {
            Problems = post.Problems,
            IsCancelling = post.Body.Has("ja"),
        }, cancellation),
            cancellation);

    [Function(nameof(DeleteSession))]
    public Task<IResult> DeleteSession(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/loeschen")] HttpRequest request, string id,
        CancellationToken cancellation) => WithSessionAsync(request, id, stored => staff.ActAsync<SessionFormPage>(request,
            post => DeleteAsync(stored.Session, post, cancellation),
            async post => (await PageAsync(post.Frame, await store.FindAsync(stored.Session.Id, cancellation) ?? stored, cancellation)) with
            {
                Problems = post.Problems,
                IsDeleting = post.Body.Has(SessionFormModel.DeleteField),
            }, cancellation), cancellation);

    async Task<StaffDone?> DeleteAsync(Session session, StaffPost post, CancellationToken cancellation)
    {
        if (!post.Body.Has(SessionFormModel.DeleteField))
            post.Problems.Add(SessionFormModel.DeleteField, "Bitte bestätigen Sie, dass es diesen Termin nie gegeben hat.");
        if (post.Problems.Any) return null;

        IReadOnlyList<string> ties = [];
        if (!await ChangeAsync(session.Id, async stored => ties = await edit.DeleteAsync(stored, cancellation), post[FormVersion.Field],
            cancellation) && await store.FindAsync(session.Id, cancellation) is not null)
            post.Problems.Add("inhalt", "Jemand anders hat diesen Termin inzwischen geändert. Bitte sehen Sie ihn an; noch einmal "
                + "abgeschickt, ist er gelöscht.");
        foreach (var tie in ties) post.Problems.Add("inhalt", $"Gelöscht wurde nichts. {tie}");
        return post.Problems.Any ? null : new(ShowSessions.PathOf(session), $"Der Termin „{session.Title}“ ist gelöscht.", "Termin gelöscht",
            $"Termin {session.Id}");
    }

    async Task<StaffDone?> SaveAsync(Session before, StaffPost post, CancellationToken cancellation)
    {
        var id = before.Id;
        if (SessionFields.Read(SessionFields.Typed(post), post.Problems) is not { } typed) return null;

        var toConfirm = await consequences.OfAsync(before, typed with { Id = id }, cancellation);
        if (toConfirm.Count > 0 && post[SessionFormModel.SureField] != SessionFormModel.SureOf(toConfirm))
        {
            post.Problems.Add(SessionFormModel.SureField, "Noch ist nichts gespeichert. Bitte bestätigen Sie erst, was daraus folgt.");
            return null;
        }

        var isSaved = await ChangeAsync(
            id, current => edit.SaveAsync(current, typed with { Id = id }, cancellation), post[FormVersion.Field], cancellation);
        if (!isSaved)
        {
            post.Problems.Add("inhalt", "Jemand anders hat diesen Termin inzwischen geändert. Bitte vergleichen Sie.");
            return null;
        }

        if (typed.IsCancelled && !before.IsCancelled) return Cancelled(typed with { Id = id });

        var isAsBefore = (typed.Start, typed.End, typed.Status) == (before.Start, before.End, before.Status);
        var doubts = isAsBefore || typed.IsCancelled ? "" : await edit.DoubtsAsync(before, typed, cancellation);
        return new(PathOf(id), "Der Termin ist gespeichert." + doubts, "Termin bearbeitet", $"Termin {id}");
    }

    StaffDone Cancelled(Session session) => new(PathOf(session.Id), "Der Termin ist abgesagt."
        + (session.IsPastAt(clock.GetUtcNow()) ? "" : " Wer angemeldet ist, bekommt nach 15 Minuten eine E-Mail."),
        "Termin abgesagt", $"Termin {session.Id}");

    /// <returns>False if what is stored is not what the form was filled with.</returns>
    Task<bool> ChangeAsync(SessionId id, Func<StoredSession, Task> change, string version, CancellationToken cancellation) =>
        OptimisticConcurrency.RetryAsync(async () =>
        {
            var current = await store.FindAsync(id, cancellation);
            if (current is null || SessionFormModel.VersionOf(current) != version) return false;

            await change(current);
            return true;
        }, cancellation);

    async Task<IModelOf<SessionFormPage>> AgainAsync(StoredSession before, StaffPost post, CancellationToken cancellation)
    {
        var stored = await store.FindAsync(before.Session.Id, cancellation) ?? before;
        var (typed, changed) = SessionFields.Form.Merge(post[FormVersion.Field], SessionText.Of(stored.Session), SessionFields.Typed(post));
        var wanted = SessionFields.Read(typed, new());
        IReadOnlyList<string> toConfirm = wanted is null ? []
            : await consequences.OfAsync(stored.Session, wanted with { Id = stored.Session.Id }, cancellation);
        return (await PageAsync(post.Frame, stored, cancellation)) with
        {
            Typed = typed,
            ToConfirm = toConfirm,
            IsConfirmed = post[SessionFormModel.SureField] == SessionFormModel.SureOf(toConfirm),
            Problems = post.Problems,
            ChangedMeanwhile = changed,
        };
    }

    async Task<SessionFormModel> PageAsync(StaffFrame frame, StoredSession stored, CancellationToken cancellation) => new()
    {
        Frame = frame,
        Stored = stored,
        Typed = SessionText.Of(stored.Session),
        IsPast = stored.Session.IsPastAt(clock.GetUtcNow()),
        Ties = await ties.OfAsync(stored.Session, cancellation),
        Notes = [.. (await Task.WhenAll(notes.Select(note => note(stored.Session, cancellation)))).OfType<SessionNote>()],
    };

    async Task<IResult> WithSessionAsync(HttpRequest request, string id, Func<StoredSession, Task<IResult>> answer,
        CancellationToken cancellation) =>
        SessionId.Parse(id) is { } session && await store.FindAsync(session, cancellation) is { } stored
            ? await answer(stored)
            : await staff.ShowMissingAsync(request, ShowSessions.NoSession);
}
