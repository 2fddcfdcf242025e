namespace ThaffFunctions.LocalHost.Starting;

/// <summary>The app's host.json, as far as it speaks to HTTP and queues; what it leaves out is as in Azure.</summary>
sealed class HostFile(IConfiguration file)
{
    public string RoutePrefix => file["extensions:http:routePrefix"]?.Trim('/') ?? "api";

    /// <summary>How many messages are fetched at once.</summary>
    public int BatchSize => Queues.Read("batchSize", 16);

    /// <summary>More messages are fetched as soon as no more than this many are being handled.</summary>
    public int NewBatchThreshold => Queues.Read("newBatchThreshold", BatchSize / 2);

    /// <summary>How often a message is tried before it goes to the poison queue.</summary>
    public int MaxDequeueCount => Queues.Read("maxDequeueCount", 5);

    /// <summary>The longest wait between two looks into an empty queue.</summary>
    public TimeSpan MaxPollingInterval => Queues.Read("maxPollingInterval", TimeSpan.FromMinutes(1));

    /// <summary>How long a message rests after a failed try.</summary>
    public TimeSpan VisibilityTimeout => Queues.Read("visibilityTimeout", TimeSpan.Zero);

    /// <summary>Whether messages are base64 in the queue; plain text otherwise.</summary>
    public bool MessagesAreBase64 => !MessageEncoding.Equals("none", StringComparison.OrdinalIgnoreCase);

    public string MessageEncoding => Queues["messageEncoding"] ?? "base64";

    IConfigurationSection Queues => file.GetSection("extensions:queues");

    public static HostFile Read(string folder) => new(JsonSettings.Read(Path.Combine(folder, "host.json")));
}
