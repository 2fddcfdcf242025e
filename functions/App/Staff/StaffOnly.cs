using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Options;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Staff;

/// <summary>
/// Protects every function under <c>/redaktion</c> and <c>/api/staff</c>: 404 while Easy Auth is off, a redirect to the sign-in (401 from
/// the API, and for a form) for visitors who are not signed in, 403 for visitors who are signed in but are not staff. Functions in a folder
/// <c>Staff</c> are protected whatever their path. The browser of a member of staff sends their sign-in with whatever another site has it
/// post: nothing is posted that does not come from this site.
/// </summary>
sealed class StaffOnly(IOptions<StaffOptions> options, IOptions<SiteOptions> site, PageRenderer pages) : IFunctionsWorkerMiddleware
{
    public const string Area = "/redaktion";
    const string Api = "/api/staff";

    static readonly Message NotStaff = new("Nur für die Redaktion",
        "Sie sind angemeldet, aber Ihr Konto gehört nicht zur Redaktion. Wer die Anwendung betreibt, kann Ihnen die Rolle "
        + $"„{StaffMember.Role}“ geben.")
    {
        Links = [("/.auth/logout?post_logout_redirect_uri=/redaktion", "Mit einem anderen Konto anmelden"), ("/", "Zum Programm")],
    };

    static readonly Message NotFromHere = new("Nur von dieser Website aus",
        "Die Anfrage kam von einer anderen Website und wurde deshalb nicht ausgeführt.");

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http && await RefusalAsync(http, IsStaffs(context)) is { } refusal)
            await refusal.ExecuteAsync(http);
        else await next(context);
    }

    static bool IsStaffs(FunctionContext context) =>
        context.FunctionDefinition.EntryPoint.Contains(".Staff.", StringComparison.Ordinal);

    async Task<IResult?> RefusalAsync(HttpContext http, bool isStaffs)
    {
        var request = http.Request;
        var isApi = request.Path.StartsWithSegments(Api, StringComparison.OrdinalIgnoreCase);
        if (!isStaffs && !isApi && !request.Path.StartsWithSegments(Area, StringComparison.OrdinalIgnoreCase)) return null;
        if (!options.Value.SignIn) return await RefuseAsync(isApi, Message.NotFound, StatusCodes.Status404NotFound);
        if (StaffMember.Of(request) is not { } member) return await AskToSignInAsync(request, isApi);
        if (!member.IsStaff) return await RefuseAsync(isApi, NotStaff, StatusCodes.Status403Forbidden);
        if (SameOriginCheck.IsFromElsewhere(request, site.Value))
            return await RefuseAsync(isApi, NotFromHere, StatusCodes.Status403Forbidden);

        http.Features.Set(member);
        http.Response.Headers["Referrer-Policy"] = "same-origin"; // without a referrer, browsers name no origin with a post either
        return null;
    }

    /// <summary>
    /// Whose sign-in ends while they fill in a form finds everything they typed again. Where that is more than fits into a page, posting
    /// nothing leads to the form.
    /// </summary>
    async Task<IResult> AskToSignInAsync(HttpRequest request, bool isApi)
    {
        if (isApi) return Results.Problem("Bitte melden Sie sich an.", statusCode: StatusCodes.Status401Unauthorized);
        if (!HttpMethods.IsPost(request.Method) || SameOriginCheck.IsFromElsewhere(request, site.Value))
            return Results.Redirect(SignInTo(HttpMethods.IsGet(request.Method) ? $"{request.Path}{request.QueryString}" : request.Path));

        var fields = await FormBody.ReadPairsAsync(request, request.HttpContext.RequestAborted);
        return await pages.ShowAsync(new SignInAgainModel(request.Path, fields ?? []), StatusCodes.Status401Unauthorized);
    }

    public static string SignInTo(string path) => $"/.auth/login/aad?post_login_redirect_uri={Uri.EscapeDataString(path)}";

    async Task<IResult> RefuseAsync(bool isApi, Message message, int status) => isApi
        ? Results.Problem(message.Paragraphs[0], title: message.Title, statusCode: status)
        : await pages.ShowAsync(message, status);
}
