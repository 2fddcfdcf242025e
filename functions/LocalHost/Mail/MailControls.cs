using System.Text.Json;
using System.Text.Json.Nodes;

namespace ThaffFunctions.LocalHost.Mail;

/// <summary>Lets a person or a test make the mail service fail, and tell the app of a mail's fate.</summary>
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

    /// <summary>The start page's form, where "none" switches all off; it comes back to the page.</summary>
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

    /// <summary>Posts one event for a mail; further fields go into the event as they are. Answers with the webhook's status.</summary>
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

    /// <summary>The body, whatever media type it calls itself, or <see langword="null"/>.</summary>
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
