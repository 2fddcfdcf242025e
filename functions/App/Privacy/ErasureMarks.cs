using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Privacy;

/// <summary>
/// Who was erased on request, so that an older backup does not bring them back; a mark holds a keyed hash of the address.
/// </summary>
public sealed class ErasureMarks(RestoreMarks marks, RowKeyHash hash)
{
    const string Kind = "erased";

    public Task AddAsync(EmailAddress address, CancellationToken cancellation) => marks.AddAsync(Kind, NameOf(address), cancellation);

    /// <returns>Tells of an address whether it was erased at this time or later.</returns>
    public async Task<Predicate<EmailAddress>> SinceAsync(DateTimeOffset time, CancellationToken cancellation)
    {
        var since = await marks.SinceAsync(Kind, time, cancellation);
        return address => since.ContainsKey(NameOf(address));
    }

    /// <summary>A keyed hash, which tells nobody the address.</summary>
    public string NameOf(EmailAddress address) => hash.Of("erased", address.Canonical);
}
