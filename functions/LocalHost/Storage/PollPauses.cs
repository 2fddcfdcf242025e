using System.Collections.Concurrent;
using ThaffFunctions.LocalHost.Starting;

namespace ThaffFunctions.LocalHost.Storage;

/// <summary>
/// The pauses between two polls of a queue or container. Whoever has just written there ends the pause, so that it is found at once.
/// </summary>
sealed class PollPauses(IConfiguration configuration)
{
    // Shorter than in Azure, where every poll of an empty queue costs money.
    readonly TimeSpan _longest = configuration.Read(SettingNames.LongestPollPause, TimeSpan.FromMilliseconds(250));

    readonly ConcurrentDictionary<Uri, SemaphoreSlim> _written = [];

    /// <summary>Ends the pause of that queue or container, or the next one if there is none now.</summary>
    public void End(Uri place)
    {
        try
        {
            Written(place).Release();
        }
        catch (SemaphoreFullException)
        {
            // ended already, by whoever wrote before
        }
    }

    /// <summary>Returns after this time, after the longest pause, or when somebody wrote to that queue or container.</summary>
    public Task WaitAsync(Uri place, TimeSpan pause, CancellationToken stop) =>
        Written(place).WaitAsync(pause < _longest ? pause : _longest, stop);

    SemaphoreSlim Written(Uri place) => _written.GetOrAdd(place, _ => new(0, 1));
}
