using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Operations.Health;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Operations.Failures;

/// <summary><c>/redaktion/zustand/vorgaenge</c>: what failed for good; each is tried again or taken from the list.</summary>
public sealed class DecideOnLeftBehind(LeftBehindWork work, StaffArea staff)
{
    const string Route = "redaktion/zustand/vorgaenge";
    public const string Path = "/" + Route;

    public const string QueueField = "warteschlange", MessageField = "vorgang";

    /// <summary>The button that was pressed.</summary>
    public const string ActField = "tun", Again = "nochmal", Done = "erledigt";

    [Function(nameof(ShowLeftBehind))]
    public async Task<IResult> ShowLeftBehind(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, CancellationToken cancellation) =>
        await staff.ShowAsync(await PageAsync(staff.FrameOf(request), FieldProblems.None, cancellation));

    [Function(nameof(DecideOnLeftBehind))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, CancellationToken cancellation) =>
        staff.ActAsync<LeftBehindPage>(request, post => DecideAsync(post, cancellation),
            async post => await PageAsync(post.Frame, post.Problems, cancellation), cancellation);

    async Task<StaffDone?> DecideAsync(StaffPost post, CancellationToken cancellation)
    {
        var isTriedAgain = post[ActField] == Again;
        if (!isTriedAgain && post[ActField] != Done) post.Problems.Add("inhalt", "Bitte wählen Sie, was mit dem Vorgang geschehen soll.");
        else if (!await work.TakeAsync(post[QueueField], post[MessageField], isTriedAgain, cancellation))
            post.Problems.Add("inhalt", "Dieser Vorgang ist schon erledigt, oder jemand anders sieht ihn gerade an. Was noch wartet, steht unten.");
        if (post.Problems.Any) return null;

        var on = $"Vorgang {post[QueueField]}, {post[MessageField]}";
        return isTriedAgain
            ? new(Path, "Der Vorgang wird noch einmal versucht. Scheitert er wieder, steht er in einigen Minuten wieder hier.",
                "Liegen gebliebener Vorgang noch einmal versucht", on)
            : new(Path, "Der Vorgang ist als erledigt aus der Liste genommen.", "Liegen gebliebener Vorgang erledigt", on);
    }

    async Task<LeftBehindModel> PageAsync(StaffFrame frame, FieldProblems problems, CancellationToken cancellation) =>
        new(frame, await work.LookAsync(cancellation), problems);
}
