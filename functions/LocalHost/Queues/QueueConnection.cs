namespace ThaffFunctions.LocalHost.Queues;

/// <summary>
/// The connection a queue trigger names: <c>NAME</c>, <c>ConnectionStrings:NAME</c> or <c>AzureWebJobsNAME</c>, as the real host looks it
/// up.
/// </summary>
static class QueueConnection
{
    public const string Default = "AzureWebJobsStorage";

    public static string? Find(IConfiguration configuration, string? name)
    {
        name ??= Default;
        string[] places = [$"AzureWebJobs{name}", name, $"ConnectionStrings:{name}"];
        return places.Select(place => configuration[place]).FirstOrDefault(value => !string.IsNullOrEmpty(value));
    }

    /// <summary>Whether the connection is by identity (<c>NAME__queueServiceUri</c>), which needs Azure.</summary>
    public static bool IsByIdentity(IConfiguration configuration, string? name) =>
        configuration.GetSection(name ?? Default).GetChildren().Any(part => part.Key is "queueServiceUri" or "serviceUri" or "accountName");
}
