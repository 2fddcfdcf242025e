namespace ThaffFunctions.LocalHost.Starting;

/// <summary>
/// The app's host.json, as far as it speaks to HTTP and queues; what it leaves out is as in Azure, and so is what is refused.
/// </summary>
sealed class HostFile
{
    const int MostAtOnce = 32;

    static readonly TimeSpan s_shortestInterval = TimeSpan.FromMilliseconds(100);

    /// <exception cref="CannotStartException">A value can't be read, or the host in Azure refuses it.</exception>
    public HostFile(IConfiguration file)
    {
        var queues = file.GetSection("extensions:queues");
        RoutePrefix = file["extensions:http:routePrefix"]?.Trim('/') ?? "api";
        BatchSize = Read(queues, "batchSize", 16, size => size is >= 1 and <= MostAtOnce, $"a number from 1 to {MostAtOnce}");
        NewBatchThreshold = Read(queues, "newBatchThreshold", BatchSize / 2, threshold => threshold >= 0, "0 or more");
        MaxDequeueCount = Read(queues, "maxDequeueCount", 5, count => count >= 1, "1 or more");
        MaxPollingInterval = Read(queues, "maxPollingInterval", TimeSpan.FromMinutes(1), interval => interval >= s_shortestInterval,
            "00:00:00.1 or longer");
        VisibilityTimeout = Read(queues, "visibilityTimeout", TimeSpan.Zero, timeout => timeout >= TimeSpan.Zero, "00:00:00 or longer");
        MessagesAreBase64 = (queues["messageEncoding"] ?? "base64").ToUpperInvariant() switch
        {
            "BASE64" => true,
            "NONE" => false,
            _ => throw Refused("messageEncoding", "base64 or none"),
        };
    }

    public string RoutePrefix { get; }

    /// <summary>How many messages are fetched at once.</summary>
    public int BatchSize { get; }

    /// <summary>More messages are fetched as soon as no more than this many are being handled.</summary>
    public int NewBatchThreshold { get; }

    /// <summary>How often a message is tried before it goes to the poison queue.</summary>
    public int MaxDequeueCount { get; }

    /// <summary>The longest wait between two looks into an empty queue.</summary>
    public TimeSpan MaxPollingInterval { get; }

    /// <summary>How long a message rests after a failed try.</summary>
    public TimeSpan VisibilityTimeout { get; }

    /// <summary>Whether messages are base64 in the queue; plain text otherwise.</summary>
    public bool MessagesAreBase64 { get; }

    public static HostFile Read(string folder) => new(JsonSettings.Read(Path.Combine(folder, "host.json")));

    static T Read<T>(IConfiguration queues, string name, T otherwise, Func<T, bool> isTaken, string wanted) where T : struct
    {
        var value = queues.Read(name, otherwise);
        return isTaken(value) ? value : throw Refused(name, wanted);
    }

    static CannotStartException Refused(string name, string wanted) => new($"host.json: extensions.queues.{name} must be {wanted}.");
}
