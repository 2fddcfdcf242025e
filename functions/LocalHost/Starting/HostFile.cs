namespace ThaffFunctions.LocalHost.Starting;

/// <summary>The settings for HTTP and queues in the app's host.json, with the same defaults and the same validation as in Azure.</summary>
sealed class HostFile
{
    const int MaxAtOnce = 32;

    static readonly TimeSpan s_shortestInterval = TimeSpan.FromMilliseconds(100);

    /// <exception cref="CannotStartException">A value can't be read, or Azure's host would refuse it.</exception>
    public HostFile(IConfiguration file)
    {
        var queues = file.GetSection("extensions:queues");
        RoutePrefix = file["extensions:http:routePrefix"]?.Trim('/') ?? "api";
        BatchSize = Read(queues, "batchSize", 16, size => size is >= 1 and <= MaxAtOnce, $"a number from 1 to {MaxAtOnce}");
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

    /// <summary>The number of messages that are received at once.</summary>
    public int BatchSize { get; }

    /// <summary>More messages are received when at most this many are being handled.</summary>
    public int NewBatchThreshold { get; }

    /// <summary>How often a message is tried before it is moved to the poison queue.</summary>
    public int MaxDequeueCount { get; }

    /// <summary>The longest pause between two polls of an empty queue.</summary>
    public TimeSpan MaxPollingInterval { get; }

    /// <summary>How long a message stays invisible after a failed try.</summary>
    public TimeSpan VisibilityTimeout { get; }

    /// <summary>Whether messages are base64 in the queue; otherwise plain text.</summary>
    public bool MessagesAreBase64 { get; }

    public static HostFile Read(string folder) => new(JsonSettings.Read(Path.Combine(folder, "host.json")));

    static T Read<T>(IConfiguration queues, string name, T otherwise, Func<T, bool> isTaken, string wanted) where T : struct
    {
        var value = queues.Read(name, otherwise);
        return isTaken(value) ? value : throw Refused(name, wanted);
    }

    static CannotStartException Refused(string name, string wanted) => new($"host.json: extensions.queues.{name} must be {wanted}.");
}
