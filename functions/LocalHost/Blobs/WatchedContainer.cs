using ThaffFunctions.LocalHost.Starting;

namespace ThaffFunctions.LocalHost.Blobs;

/// <summary>A container whose changes become messages in a queue.</summary>
sealed record WatchedContainer(string Container, string Queue)
{
    /// <summary>As the setting lists them: <c>programme=programme-events;notes=notes-events</c>.</summary>
    public static IReadOnlyList<WatchedContainer> From(IConfiguration configuration) =>
        [.. (configuration[SettingNames.WatchedContainers] ?? "").Split(';',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Parse)];

    static WatchedContainer Parse(string entry) =>
        entry.Split('=', StringSplitOptions.TrimEntries) is [{ Length: > 0 } container, { Length: > 0 } queue]
        ? new(container, queue)
        : throw new CannotStartException($"The setting {SettingNames.WatchedContainers} says '{entry}': write it as container=queue, "
        + "several separated by ';'.");
}
