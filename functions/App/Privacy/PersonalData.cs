using System.Runtime.CompilerServices;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Privacy;

/// <summary>
/// Access to everything stored about one person, and its erasure, over all slices. It knows no more of them than that they hold it.
/// </summary>
public sealed class PersonalData(IEnumerable<IHoldsPersonalData> holders, ErasureMarks marks)
{
    public async IAsyncEnumerable<PersonalRecord> FindAsync(
        EmailAddress address, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // all look at once; what they find comes in their order
        foreach (var found in holders.Select(holder => holder.FindAsync(address, cancellation).ToListAsync(cancellation).AsTask()).ToList())
            foreach (var record in await found) yield return record;
    }

    /// <summary>Persons without an address, by a name.</summary>
    public async IAsyncEnumerable<NamedPerson> FindByNameAsync(string name, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var holder in holders)
            await foreach (var person in holder.FindByNameAsync(name, cancellation)) yield return person;
    }

    /// <summary>The mark comes first: cut off after it, at worst a backup is erased of somebody who is erased a second time.</summary>
    /// <returns>What is left for people to do.</returns>
    public async Task<IReadOnlyList<string>> EraseAsync(EmailAddress address, CancellationToken cancellation)
    {
        await marks.AddAsync(address, cancellation);
        return await EraseMarkedAsync(address, cancellation);
    }

    /// <summary>Erases one record of those under an address; its slice marks it, so that no backup brings it back.</summary>
    /// <returns>Whether it was there.</returns>
    public async Task<bool> EraseOneAsync(EmailAddress address, string separateId, CancellationToken cancellation)
    {
        foreach (var holder in holders)
            if (await holder.EraseOneAsync(address, separateId, cancellation)) return true;
        return false;
    }

    /// <summary>Erases somebody whose mark is set. Slices go before those they stand on, since they are found by their rows.</summary>
    public async Task<IReadOnlyList<string>> EraseMarkedAsync(EmailAddress address, CancellationToken cancellation)
    {
        List<string> left = [];
        foreach (var holder in holders.Reverse())
            if (await holder.EraseAsync(address, cancellation) is { } task) left.Add(task);
        return left;
    }
}
