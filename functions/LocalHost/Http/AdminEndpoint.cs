using System.Text.Json.Serialization;
using Azure.Storage.Queues.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Extensions.DependencyInjection;
using ThaffFunctions.LocalHost.Functions;

namespace ThaffFunctions.LocalHost.Http;

/// <summary><c>POST /admin/functions/{name}</c> fires a timer or queue function at once, as Core Tools do, and waits for its end.</summary>
static class AdminEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/admin/functions/{name}", FireAsync);

    static async Task<IResult> FireAsync(string name, HttpContext http, FunctionCatalog catalog, FunctionRunner runner, TimeProvider clock)
    {
        if (catalog.Find(name) is not { } function) return Results.NotFound();
        if (function.Trigger is HttpTriggerAttribute) return Results.BadRequest($"{function.Name} is an HTTP function: call its route.");

        var input = http.Request.HasJsonContentType() ? (await http.Request.ReadFromJsonAsync<Input>())?.Text ?? "" : "";
        var now = clock.GetUtcNow();
        await using var scope = http.RequestServices.CreateAsyncScope();
        await runner.RunAsync(new(function, scope.ServiceProvider, http.RequestAborted)
        {
            Trigger = TriggerValue(function.Trigger, input, now),
            Values = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase) { ["DequeueCount"] = "1", ["QueueTrigger"] = input },
        });
        return Results.StatusCode(StatusCodes.Status202Accepted);
    }

    static object TriggerValue(TriggerBindingAttribute trigger, string input, DateTimeOffset now) => trigger is TimerTriggerAttribute
        ? new TimerInfo()
        : QueuesModelFactory.QueueMessage(Guid.NewGuid().ToString(), "", input, 1, null, now, null);

    sealed record Input([property: JsonPropertyName("input")] string? Text);
}
