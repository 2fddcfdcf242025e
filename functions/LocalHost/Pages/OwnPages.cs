using ThaffFunctions.LocalHost.Auth;
using ThaffFunctions.LocalHost.Http;
using ThaffFunctions.LocalHost.Mail;

namespace ThaffFunctions.LocalHost.Pages;

/// <summary>
/// Maps the addresses that this host answers itself. They are plain request delegates, so that no code is generated for them at start.
/// </summary>
static class OwnPages
{
    /// <summary>The first segments of these addresses; functions must not use them. Azure's host reserves three of them too.</summary>
    public static readonly string[] Reserved = ["admin", "runtime", ".auth", "_local", "v3"];

    public static void MapOwnPages(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/admin/functions/{name}", Answer<AdminEndpoint>((page, http) => page.FireAsync(http)));
        routes.MapPost("/v3/mail/send", http => http.RequestServices.GetRequiredService<SendMailEndpoint>().SendAsync(http));
        routes.MapPost("/v3/recipients/erasejob", http => http.RequestServices.GetRequiredService<EraseJobEndpoint>().EraseAsync(http));
        routes.MapGet("/v3/scopes", http => http.Response.WriteAsJsonAsync(new { scopes = MailStandIn.Scopes }));

        routes.MapGet("/.auth/login/aad", Answer<SignInPages>((page, http) => page.Ask(http.Request)));
        routes.MapPost("/.auth/login/aad", Answer<SignInPages>((page, http) => page.SignInAsync(http)));
        routes.MapGet("/.auth/logout", Answer<SignInPages>((page, http) => page.SignOut(http)));
        routes.MapGet("/.auth/me", Answer<SignInPages>((page, http) => page.Me(http.Request)));

        routes.MapGet("/_local", Answer<StartPage>((page, _) => page.Show()));
        routes.MapPost(UploadForm.Path, Answer<UploadForm>((page, http) => page.PutAsync(http.Request)));
        routes.MapPost("/_local/functions/{name}", Answer<StartPage>((page, http) => page.FireAsync(http)));

        routes.MapGet("/_local/mailbox", Answer<MailboxPages>((page, _) => page.List()));
        routes.MapGet("/_local/mailbox/{id}", Answer<MailboxPages>((page, http) => page.Show(http.Request)));
        routes.MapGet("/_local/mailbox/{id}/attachments/{at:int}", Answer<MailboxPages>((page, http) => page.Attachment(http.Request)));
        routes.MapGet("/_local/mails", Answer<MailboxPages>((page, http) => page.Json(http.Request)));
        routes.MapDelete("/_local/mails", Answer<MailboxPages>((page, _) => page.Clear()));

        routes.MapGet("/_local/faults", Answer<MailControls>((page, _) => page.Faults()));
        routes.MapPost("/_local/faults", Answer<MailControls>((page, http) => page.SwitchAsync(http.Request)));
        routes.MapPost("/_local/faults/form", Answer<MailControls>((page, http) => page.SwitchByFormAsync(http.Request)));
        routes.MapDelete("/_local/faults", Answer<MailControls>((page, _) => page.ClearFaults()));
        routes.MapPost("/_local/events", Answer<MailControls>((page, http) => page.TellAsync(http.Request)));
    }

    static RequestDelegate Answer<TPage>(Func<TPage, HttpContext, IResult> show) where TPage : notnull =>
        Answer<TPage>((page, http) => Task.FromResult(show(page, http)));

    static RequestDelegate Answer<TPage>(Func<TPage, HttpContext, Task<IResult>> show) where TPage : notnull => async http =>
    {
        var result = await show(http.RequestServices.GetRequiredService<TPage>(), http);
        await result.ExecuteAsync(http);
    };
}
