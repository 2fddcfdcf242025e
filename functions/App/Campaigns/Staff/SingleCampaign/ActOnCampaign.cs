using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Campaigns.Deciding;
using ThaffFunctions.Campaigns.Previewing;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Campaigns.Staff.SingleCampaign;

/// <summary>The forms of the page of one campaign: the same acts as those of the staff API.</summary>
public sealed class ActOnCampaign(
    CampaignQuery query, CampaignDesk desk, CampaignRelease release, CampaignTestSender test, CampaignPages campaigns,
    StaffArea staff)
{
    public const string Hold = "anhalten";
    public const string Release = "freigeben";
    public const string Pause = "unterbrechen";
    public const string Resume = "fortsetzen";
    public const string Cancel = "abbrechen";
    public const string Retry = "wiederholen";
    public const string Test = "test";

    public static string PathOf(CampaignId id, string act) => $"{OpenCampaign.PathOf(id)}/{act}";

    [Function(nameof(ActOnCampaign))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = OpenCampaign.Route + "/{act}")] HttpRequest request, string id, string act,
        CancellationToken cancellation)
    {
        if (CampaignId.Parse(id) is not { } campaign || await query.FindAsync(campaign, cancellation) is null || WordsOf(act) is null)
            return await staff.ShowMissingAsync(request, OpenCampaign.NoCampaign);

        request.HttpContext.Response.Headers.ContentSecurityPolicy += "; frame-src 'self'"; // the page again has the mail in it
        return await staff.ActAsync(
            request, post => DoAsync(post, campaign, act, cancellation), post => PageOf(post, campaign, cancellation), cancellation);
    }

    async Task<StaffDone?> DoAsync(StaffPost post, CampaignId campaign, string act, CancellationToken cancellation)
    {
        if (act == Cancel && !post.Body.Has("sicher"))
            post.Problems.Add("sicher", "Bitte bestätigen Sie, dass die Aussendung endgültig abgebrochen werden soll.");
        else if (act == Test)
            post.Problems.Add("an", await test.SendAsync(campaign, Language.Of(post["sprache"]), post["an"], cancellation));
        else
            Explain(await DecideAsync(post, campaign, act, cancellation), post.Problems);
        if (post.Problems.Any) return null;

        var (what, status) = WordsOf(act)!.Value;
        return new(OpenCampaign.PathOf(campaign), status, what, $"Aussendung {campaign}");
    }

    Task<CampaignDecision> DecideAsync(StaffPost post, CampaignId campaign, string act, CancellationToken cancellation) => act switch
    {
        Hold => desk.HoldAsync(campaign, cancellation),
        Pause => desk.PauseAsync(campaign, cancellation),
        Resume => desk.ResumeAsync(campaign, cancellation),
        Cancel => desk.CancelAsync(campaign, cancellation),
        Retry => desk.RetryAsync(campaign, cancellation),
        _ => release.ReleaseAsync(campaign, post["anzahl"], cancellation),
    };

    static void Explain(CampaignDecision decision, FieldProblems problems)
    {
        switch (decision)
        {
            case CampaignDecision.NumberMissing:
                problems.Add("anzahl", "Bitte geben Sie ein, wie viele Personen die Mitteilung bekommen.");
                break;
            case CampaignDecision.OtherNumber(var reached, _):
                problems.Add("anzahl", $"Die Aussendung erreicht jetzt {CampaignWords.Count(reached)} Personen. Bitte sehen Sie noch einmal nach.");
                break;
            case CampaignDecision.NotNow(var state):
                problems.Add("inhalt", $"Das ist nicht mehr möglich: {CampaignWords.SentenceOf(state)}.");
                break;
            case CampaignDecision.Unknown:
                problems.Add("inhalt", "Diese Aussendung gibt es nicht mehr.");
                break;
        }
    }

    async Task<IModelOf<CampaignPage>> PageOf(StaffPost post, CampaignId campaign, CancellationToken cancellation)
    {
        var entry = await query.FindAsync(campaign, cancellation) ?? new(campaign, null, null, null);
        return await campaigns.PageAsync(post.Frame, entry, post.Problems, countsAll: false, cancellation) with
        {
            TypedNumber = post["anzahl"],
            TypedTo = post["an"],
            TypedLanguage = post["sprache"],
            IsCancelling = post.Body.Has("sicher"),
        };
    }

    static (string What, string Status)? WordsOf(string act) => act switch
    {
        Hold => ("Aussendung angehalten", "Die Aussendung ist angehalten. Sie geht erst hinaus, wenn sie freigegeben ist."),
        Release => ("Aussendung freigegeben", "Die Aussendung ist freigegeben und geht hinaus, sobald sie an der Reihe ist."),
        Pause => ("Aussendung unterbrochen", "Die Aussendung ist unterbrochen."),
        Resume => ("Aussendung fortgesetzt", "Die Aussendung geht weiter, wo sie war."),
        Cancel => ("Aussendung abgebrochen", "Die Aussendung ist abgebrochen."),
        Retry => ("Fehlgeschlagenes noch einmal gesendet", "Was fehlgeschlagen war, wird noch einmal gesendet."),
        Test => ("Test gesendet", "Der Test ist unterwegs."),
        _ => null,
    };
}
