namespace ThaffFunctions.LocalHost.Queues;

/// <summary>
/// The connection string of a queue trigger. It is looked up as <c>NAME</c>, <c>ConnectionStrings:NAME</c> or <c>AzureWebJobsNAME</c>, as
/// in the real host.
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

    /// <summary>Whether the connection uses an identity (<c>NAME__queueServiceUri</c>), which only works in Azure.</summary>
    public static bool IsByIdentity(IConfiguration configuration, string? name) =>
        configuration.GetSection(name ?? Default).GetChildren().Any(part => part.Key is "queueServiceUri" or "serviceUri" or "accountName");
}
