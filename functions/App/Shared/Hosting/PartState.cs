namespace ThaffFunctions.Shared.Hosting;

/// <summary>How one part the app depends on is doing, for staff.</summary>
/// <param name="Name">The part, in German.</param>
/// <param name="IsWell">Nothing needs to be done.</param>
/// <param name="Text">What was found, in German; no secrets.</param>
public sealed record PartState(string Name, bool IsWell, string Text)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Looks at a part; one that fails or does not answer in time is not well, and says with what.</summary>
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
