using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Time;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Insights.Staff;

/// <summary><c>/redaktion/fragen/{id}</c>: what became of one question or concern.</summary>
public sealed class RecordInsight(InsightRecorder recorder, ProgrammeQuery programme, StaffArea staff, TimeProvider clock)
{
    /// <summary>An id is a session, a point, and a key.</summary>
    const string Route = ListInsights.Route + "/{id:regex([.])}";

    static readonly Message NoEntry = new("Diesen Eintrag gibt es nicht",
        "Vielleicht ist die Adresse unvollständig. Hier geht es weiter:");

    public static string PathOf(InsightId id) => $"{ListInsights.Path}/{id}";

    [Function(nameof(OpenInsight))]
    public async Task<IResult> OpenInsight(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string id,
        CancellationToken cancellation) =>
        await FindAsync(id, cancellation) is { } insight
            ? await staff.ShowAsync(
                new InsightModel(staff.FrameOf(request), insight, ProgressFields.Of(insight.Recorded), FieldProblems.None))
            : await staff.ShowMissingAsync(request, NoEntry);

    [Function(nameof(RecordInsight))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string id,
        CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } insight) return await staff.ShowMissingAsync(request, NoEntry);

        return await staff.ActAsync<InsightPage>(request, post => RecordAsync(post, insight, cancellation), async post =>
            new InsightModel(post.Frame, await FindAsync(id, cancellation) ?? insight, TypedOf(post), post.Problems), cancellation);
    }

    async Task<StaffDone?> RecordAsync(StaffPost post, Insight insight, CancellationToken cancellation)
    {
        const string Changed = "Jemand anderes hat inzwischen etwas anderes gespeichert. Bitte sehen Sie nach, was jetzt gilt; noch einmal "
            + "„Speichern“ ersetzt es.";
        var session = await programme.FindAsync(insight.Id.Session, cancellation);
        var raised = session is null ? DateOnly.MinValue : Berlin.Date(session.Start);
        var (recorded, problems) = TypedOf(post).Check(raised, Berlin.Date(clock.GetUtcNow()), insight.Noted);
        foreach (var (field, text) in problems.All) post.Problems.Add(field, text);
        if (post["stand"] != InsightRecorder.StampOf(insight.Recorded)) post.Problems.Add("stand", Changed);
        if (!post.Problems.Any && recorded == Progress.None && insight.Recorded == Progress.None)
            post.Problems.Add("passedTo", "Bitte geben Sie an, an wen weitergegeben wurde, oder unten die Antwort.");
        if (post.Problems.Any) return null;

        if (!await recorder.RecordAsync(insight, recorded, cancellation))
        {
            post.Problems.Add("stand", Changed);
            return null;
        }

        return new(ListInsights.Path, recorded == Progress.None ? "Zurückgenommen. Es gilt wieder, was die Mitschrift sagt."
            : "Gespeichert.", "Stand einer Frage festgehalten", $"Eintrag {insight.Id}");
    }

    static ProgressFields TypedOf(StaffPost post) => new(
        post["passedTo"], post["passedOn"], post["answerBy"], post["answer"], post["answeredBy"], post["answeredOn"]);

    async Task<Insight?> FindAsync(string id, CancellationToken cancellation) =>
        id.Split('.') is [var session, { Length: > 0 } key] && SessionId.Parse(session) is { } known
            && await recorder.FindAsync(new(known, key), cancellation) is { IsFollowedUp: true } insight
            ? insight
            : null;
}
