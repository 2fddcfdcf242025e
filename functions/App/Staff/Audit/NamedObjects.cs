namespace ThaffFunctions.Staff.Audit;

/// <summary>What the objects of all slices are called now, found by the ids in a text.</summary>
public sealed class NamedObjects(IEnumerable<ObjectNames> slices)
{
    /// <summary>Slices are registered after those they stand on, so the last to know an object knows it best.</summary>
    /// <returns>Finds the name; null where nobody knows what a text names.</returns>
    public async Task<Func<string, string?>> ReadAsync(CancellationToken cancellation)
    {
        var names = await Task.WhenAll(slices.Select(slice => slice.ReadAsync(cancellation)));
        return text => names.Reverse().Select(nameOf => nameOf(text)).FirstOrDefault(name => name is not null);
    }
}
