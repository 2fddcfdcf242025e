using System.Text.Json;
using System.Text.Json.Nodes;
using ThaffFunctions.LocalHost.Functions;

namespace ThaffFunctions.LocalHost.Http;

/// <summary>
/// <c>POST /admin/functions/{name}</c> with <c>{"input": …}</c> fires a timer or queue function, as under Core Tools. The answer comes when
/// the function has ended: 202, or 500 with what it threw.
/// </summary>
sealed class AdminEndpoint(FunctionCatalog catalog, ManualRun run, IConfiguration configuration)
{
    public async Task<IResult> FireAsync(HttpContext http)
    {
        if (!FunctionKey.Opens(AuthorizationLevel.Admin, http.Request, configuration)) return Results.Unauthorized();
        if (catalog.Find((string)http.Request.RouteValues["name"]!) is not { } function) return Results.NotFound();
        if (function.Trigger is HttpTrigger) return Results.BadRequest($"{function.Name} is an HTTP function: call its route.");
        if (await InputAsync(http.Request) is not { } input) return Results.BadRequest("Send JSON: {\"input\": \"…\"}");

        return await run.OfAsync(function, input, http.RequestAborted) is { } problem
            ? Results.Json(new { error = problem.Message }, statusCode: StatusCodes.Status500InternalServerError)
            : Results.StatusCode(StatusCodes.Status202Accepted);
    }

    /// <summary>The input as text; empty for an empty body, <see langword="null"/> for one that isn't JSON.</summary>
    static async Task<string?> InputAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        try
        {
            return body.Length == 0 ? "" : JsonNode.Parse(body)?["input"]?.ToString() ?? "";
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
