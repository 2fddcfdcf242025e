using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ThaffFunctions.LocalHost.Pages;

namespace ThaffFunctions.LocalHost.Mail;

/// <summary>What a developer or a test sees of the mail stand-in: the mailbox as pages and as JSON, the faults, and events on demand.</summary>
static class MailPages
{
    public static void MapMailPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/_local/mailbox", (Mailbox mailbox) => Page.Show("Mailbox", MailboxHtml.List(mailbox.All)));
        routes.MapGet("/_local/mailbox/{id}", (string id, Mailbox mailbox) =>
            mailbox.Find(id) is { } mail ? Page.Show(mail.Subject, MailboxHtml.Mail(mail)) : Results.NotFound());
        routes.MapGet("/_local/mailbox/{id}/attachments/{at:int}", Attachment);

        routes.MapGet("/_local/mails", (string? to, Mailbox mailbox) =>
            mailbox.All.Where(mail => to is null || mail.To.Split(", ").Contains(to, StringComparer.OrdinalIgnoreCase)));
        routes.MapDelete("/_local/mails", Clear);

        routes.MapGet("/_local/faults", (Faults faults) => faults.All);
        routes.MapPost("/_local/faults", Switch);
        routes.MapDelete("/_local/faults", (Faults faults) => faults.Clear());
        routes.MapPost("/_local/events", TellAsync);
    }

    static IResult Attachment(string id, int at, Mailbox mailbox) => mailbox.Find(id)?.Attachments.ElementAtOrDefault(at) is { } attachment
        ? Results.File(Convert.FromBase64String(attachment.Content), attachment.Type ?? "application/octet-stream", attachment.Filename)
        : Results.NotFound();

    static void Clear(Mailbox mailbox, ToldMails told)
    {
        mailbox.Clear();
        told.Clear();
    }

    static async Task<IResult> Switch(HttpRequest request, Faults faults)
    {
        try
        {
            if (await request.ReadFromJsonAsync<Fault>() is not { Count: > 0 } fault) return Results.BadRequest("Say how often: count must be at least 1.");
            faults.Add(fault);
            return Results.Ok(faults.All);
        }
        catch (JsonException)
        {
            return Results.BadRequest("Say {\"kind\": \"429\" | \"500\" | \"timeoutBefore\" | \"timeoutAfter\" | \"cut\" | \"noEvents\", \"count\": 1, \"resetAfterSeconds\": 5}.");
        }
    }

    /// <summary>Posts one event for a mail, <c>{"mail": id, "event": name}</c>; further fields go into the event as they are. Answers with the webhook's status.</summary>
    static async Task<IResult> TellAsync(JsonObject order, Mailbox mailbox, MailEventsWebhook webhook, TimeProvider clock, CancellationToken cancellation)
    {
        if (order["event"]?.ToString() is not { Length: > 0 } name) return Results.BadRequest("Say {\"mail\": id, \"event\": \"bounce\"}.");
        if (mailbox.Find(order["mail"]?.ToString() ?? "") is not { } mail) return Results.NotFound();

        var body = MailEvent.Of(mail, name, clock.GetUtcNow());
        foreach (var (field, value) in order.Where(field => field.Key is not ("mail" or "event"))) body[field] = value?.DeepClone();
        var answer = await webhook.PostAsync([body], cancellation);
        return Results.Json(new { status = (int?)answer }, statusCode: answer is null ? StatusCodes.Status502BadGateway : StatusCodes.Status200OK);
    }
}
