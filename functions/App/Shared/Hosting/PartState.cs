namespace ThaffFunctions.Shared.Hosting;

/// <summary>The state of a service that the app depends on, for staff.</summary>
/// <param name="Name">The name of the service, in German.</param>
/// <param name="IsWell">Whether it works.</param>
/// <param name="Text">What the check found, in German; without secrets.</param>
public sealed record PartState(string Name, bool IsWell, string Text)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Runs the check of a service. If it fails or times out, the state is "not well" and contains the reason.</summary>
    public static async Task<PartState> OfAsync(string name, Func<CancellationToken, Task<PartState>> look, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            return await look(limit.Token);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            var reason = failure is Azure.RequestFailedException { ErrorCode: { } code } ? code : failure.GetType().Name;
            return new(name, false, $"Nicht erreichbar ({reason}).");
        }
    }
}
