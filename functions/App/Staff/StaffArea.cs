using Microsoft.AspNetCore.Http;
using ThaffFunctions.Shared.Links;
using ThaffFunctions.Shared.Web;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Staff.Audit;

namespace ThaffFunctions.Staff;

/// <summary>
/// The only way through which functions of slices show staff pages and take their forms: who is signed in, the token of a form, the answer
/// after it, and the audit. <see cref="StaffOnly"/> lets nobody else come so far.
/// </summary>
public sealed class StaffArea(IEnumerable<StaffEntry> entries, LinkTokens tokens, AuditStore audit, PageRenderer pages, TimeProvider clock)
{
    public const string TokenField = "formular";
    const string StatusField = "meldung";

    /// <summary>A page is left open over a working day, not over night.</summary>
    static readonly TimeSpan FormLife = TimeSpan.FromHours(12);
    static readonly TimeSpan StatusLife = TimeSpan.FromMinutes(10);

    readonly IReadOnlyList<StaffEntry> navigation = [.. entries.OrderBy(entry => entry.Place)];

    /// <exception cref="InvalidOperationException">The function is not protected by <see cref="StaffOnly"/>.</exception>
    public StaffFrame FrameOf(HttpRequest request)
    {
        var member = request.HttpContext.Features.Get<StaffMember>()
            ?? throw new InvalidOperationException("Nobody checked who asks: the function's path is not one of the staff area.");
        return new(navigation, PathOf(request.Path.Value!), member, StatusOf(request, member), action => TokenOf(member, action));
    }

    public Task<IResult> ShowAsync<TPage>(IModelOf<TPage> model, int status = StatusCodes.Status200OK) where TPage : ModelComponent =>
        pages.ShowAsync(model, status);

    /// <inheritdoc cref="MessageOfPart"/>
    public async Task<IResult?> ShowAsync(HttpRequest request, Message message, int status) =>
        request.HttpContext.Features.Get<StaffMember>() is null ? null
            : await pages.ShowAsync(new StaffMessageModel(FrameOf(request), message), status);

    /// <summary>What was asked for, or what a form is about, is not there.</summary>
    /// <param name="request">Of a function that is protected by <see cref="StaffOnly"/>.</param>
    /// <param name="what">What is missing; its links lead to what is nearest.</param>
    public Task<IResult> ShowMissingAsync(HttpRequest request, Message what) =>
        pages.ShowAsync(new StaffMessageModel(FrameOf(request), what), StatusCodes.Status404NotFound);

    /// <summary>Takes a form that changes something: one row of the audit, and 303 to the page that tells of it.</summary>
    /// <param name="request">The form.</param>
    /// <param name="act">
    /// Checks the fields and does it; where something is wrong it adds a problem instead, changes nothing and returns null.
    /// </param>
    /// <param name="again">The page of the form with what was typed and the problems.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="lists">The fields that may be given several times.</param>
    public Task<IResult> ActAsync<TPage>(HttpRequest request, Func<StaffPost, Task<StaffDone?>> act,
        Func<StaffPost, Task<IModelOf<TPage>>> again, CancellationToken cancellation, params string[] lists) where TPage : ModelComponent =>
        AskAsync(request, async post => await DoAsync(post, act) is { } done ? new SeeOther(WithStatus(post.Member, done)) : null, again,
            cancellation, lists);

    /// <summary>
    /// As <see cref="ActAsync"/>, for a form that changes nothing, leaves no row in the audit, and is answered by a page or a file.
    /// </summary>
    public async Task<IResult> AskAsync<TPage>(HttpRequest request, Func<StaffPost, Task<IResult?>> ask,
        Func<StaffPost, Task<IModelOf<TPage>>> again, CancellationToken cancellation, params string[] lists) where TPage : ModelComponent
    {
        var frame = FrameOf(request);
        var (body, refusal) = await FormBody.ReadWithFilesAsync(request, cancellation, lists);
        if (body is null) return refusal!.IsForm
            ? await pages.ShowAsync(new StaffMessageModel(frame, refusal.MessageIn(pages.Language)), refusal.Status)
            : await refusal.ToResultAsync(pages);

        var post = new StaffPost(body, frame);
        if (IsOwn(post)) return await ask(post) ?? await ShowAgainAsync(post, again);

        post.Problems.Add("inhalt", "Diese Seite war zu lange geöffnet, oder Sie haben sich seitdem neu angemeldet. Es ist noch nichts "
            + "geschehen. Bitte sehen Sie Ihre Angaben durch und schicken Sie sie noch einmal ab"
            + (body.Files.Count > 0 ? "; Dateien wählen Sie bitte noch einmal aus." : "."));
        return await ShowAgainAsync(post, again);
    }

    /// <summary>The row is written first: cut off in between, it says that nobody knows whether something was done.</summary>
    async Task<StaffDone?> DoAsync(StaffPost post, Func<StaffPost, Task<StaffDone?>> act)
    {
        var row = await audit.BeginAsync(post.Member, post.Frame.Path);
        var done = await act(post);
        if (done is null) await audit.DropAsync(row);
        else await audit.CompleteAsync(row, done);
        return done;
    }

    async Task<IResult> ShowAgainAsync<TPage>(StaffPost post, Func<StaffPost, Task<IModelOf<TPage>>> again) where TPage : ModelComponent =>
        await pages.ShowAsync(await again(post), StatusCodes.Status422UnprocessableEntity);

    bool IsOwn(StaffPost post) =>
        tokens.Verify(LinkPurpose.StaffForm, post[TokenField]) == SubjectOf(post.Member, post.Frame.Path);

    string TokenOf(StaffMember member, string action) =>
        tokens.Create(LinkPurpose.StaffForm, SubjectOf(member, PathOf(action)), clock.GetUtcNow() + FormLife);

    string WithStatus(StaffMember member, StaffDone done)
    {
        var status = tokens.Create(LinkPurpose.StaffStatus, SubjectOf(member, done.Status), clock.GetUtcNow() + StatusLife);
        return $"{done.To}{(done.To.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{StatusField}={status}";
    }

    string? StatusOf(HttpRequest request, StaffMember member) =>
        tokens.Verify(LinkPurpose.StaffStatus, request.Query[StatusField]) is { } told
            && SubjectOf(member, "") is var own && told.StartsWith(own, StringComparison.Ordinal)
            ? told[own.Length..]
            : null;

    static string SubjectOf(StaffMember member, string rest) => $"{member.Id}\n{rest}";

    static string PathOf(string action) => action.Split('?')[0].TrimEnd('/');
}
