using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Options;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Staff;

/// <summary>
/// Protects every function under <c>/redaktion</c>: 404 while Easy Auth is off, a redirect to the sign-in for visitors who are not signed
/// in, 403 for visitors who are signed in but are not staff.
/// </summary>
sealed class StaffOnly(IOptions<StaffOptions> options, PageRenderer pages) : IFunctionsWorkerMiddleware
{
    const string Area = "/redaktion";

    static readonly Message NotStaff = new("Nur für die Redaktion",
        "Sie sind angemeldet, aber Ihr Konto gehört nicht zur Redaktion. Wer die Anwendung betreibt, kann Ihnen die Rolle "
        + $"„{StaffMember.Role}“ geben.");

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http && http.Request.Path.StartsWithSegments(Area, StringComparison.OrdinalIgnoreCase)
            && await RefusalAsync(http.Request) is { } refusal)
            await refusal.ExecuteAsync(http);
        else
            await next(context);
    }

    async Task<IResult?> RefusalAsync(HttpRequest request)
    {
        if (!options.Value.SignIn) return await pages.ShowAsync(Message.NotFound, StatusCodes.Status404NotFound);
        if (StaffMember.Of(request) is not { } member)
            return Results.Redirect($"/.auth/login/aad?post_login_redirect_uri={Uri.EscapeDataString(request.Path)}");

        return member.IsStaff ? null : await pages.ShowAsync(NotStaff, StatusCodes.Status403Forbidden);
    }
}
