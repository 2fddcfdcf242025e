using ThaffFunctions.LocalHost.Starting;

namespace ThaffFunctions.LocalHost.Functions.Rules;

/// <summary>What Azure's host refuses in host.json; there it stops before the first function runs.</summary>
static class HostFileRules
{
    const int MostAtOnce = 32; // the queue service's own limit

    static readonly TimeSpan s_shortestInterval = TimeSpan.FromMilliseconds(100);

    public static IEnumerable<string> Problems(HostFile hostFile)
    {
        if (hostFile.BatchSize is < 1 or > MostAtOnce) yield return Problem("batchSize", $"a number from 1 to {MostAtOnce}");
        if (hostFile.NewBatchThreshold < 0) yield return Problem("newBatchThreshold", "0 or more");
        if (hostFile.MaxDequeueCount < 1) yield return Problem("maxDequeueCount", "1 or more");
        if (hostFile.MaxPollingInterval < s_shortestInterval) yield return Problem("maxPollingInterval", "00:00:00.1 or longer");
        if (hostFile.VisibilityTimeout < TimeSpan.Zero) yield return Problem("visibilityTimeout", "00:00:00 or longer");
        if (hostFile.MessageEncoding.ToLowerInvariant() is not ("base64" or "none")) yield return Problem("messageEncoding", "base64 or none");
    }

    static string Problem(string setting, string wanted) => $"host.json: extensions.queues.{setting} must be {wanted}.";
}
