using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ThaffFunctions.Operations.Health;

/// <summary>
/// <c>/health</c>: the app runs and answers. It asks nobody else, so that a probe costs nothing and a slow storage takes no instance down.
/// </summary>
public sealed class ShowHealth
{
    [Function(nameof(ShowHealth))]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "health")] HttpRequest request) =>
        Results.Json(new { status = "alive" });
}
