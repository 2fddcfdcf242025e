using System.Text.Json;
using System.Text.Json.Nodes;

namespace ThaffFunctions.LocalHost.Mail;

/// <summary>Endpoints with which a person or a test makes the mail service fail, or sends an event about a mail.</summary>
sealed class MailControls(Faults faults, Mailbox mailbox, MailEventsWebhook webhook, TimeProvider clock)
{
    public IResult Faults() => Results.Json(faults.All);

    public async Task<IResult> SwitchAsync(HttpRequest request)
    {
        if (await ReadAsync<Fault>(request) is not { Count: > 0 } fault)
            return Results.BadRequest(
                """Send {"kind": "429" | "500" | "timeoutBefore" | "timeoutAfter" | "cut" | "noEvents", "count": 1, "resetAfterSeconds": 5}.""");

        faults.Add(fault);
        return Faults();
    }

    /// <summary>Handles the form on the start page, in which "none" removes all faults; redirects back to the page.</summary>
    public async Task<IResult> SwitchByFormAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        if (form["kind"].Contains("none"))
            faults.Clear();
        else if (FaultIn(form) is { Count: > 0 } fault)
            faults.Add(fault);
        request.HttpContext.Response.Headers.Location = "/_local#faults";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    public IResult ClearFaults()
    {
        faults.Clear();
        return Results.NoContent();
    }

    /// <summary>
    /// Posts one event about a mail to the webhook, with all further fields of the request. Answers with the webhook's status.
    /// </summary>
    public async Task<IResult> TellAsync(HttpRequest request)
    {
        if (await ReadAsync<JsonObject>(request) is not { } order || order["event"]?.ToString() is not { Length: > 0 } name)
            return Results.BadRequest("""Send {"mail": "ID", "event": "bounce"}.""");
        if (mailbox.Find(order["mail"]?.ToString() ?? "") is not { } mail) return Results.NotFound();

        var body = MailEvent.Of(mail, name, clock.GetUtcNow());
        foreach (var (field, value) in order.Where(field => field.Key is not ("mail" or "event"))) body[field] = value?.DeepClone();
        var answer = await webhook.PostAsync([body], request.HttpContext.RequestAborted);
        return Results.Json(new { status = (int?)answer },
            statusCode: answer is null ? StatusCodes.Status502BadGateway : StatusCodes.Status200OK);
    }

    static Fault? FaultIn(IFormCollection form)
    {
        try
        {
            JsonObject fault = new()
            {
                ["kind"] = form["kind"].ToString(),
                ["count"] = int.TryParse(form["count"], out var count) ? count : 1
            };
            return fault.Deserialize<Fault>(JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The body as JSON, regardless of its media type; <see langword="null"/> if it can't be read.</summary>
    static async Task<T?> ReadAsync<T>(HttpRequest request) where T : class
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(request.Body, JsonSerializerOptions.Web, request.HttpContext.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
