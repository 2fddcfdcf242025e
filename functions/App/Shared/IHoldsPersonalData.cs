namespace ThaffFunctions.Shared;

/// <summary>
/// What a slice stores about persons, found by an address: for the rights of Art. 15 to 17 and 20 DSGVO. Each slice registers its own;
/// slices are registered after those they stand on, and erase before them.
/// </summary>
public interface IHoldsPersonalData
{
    /// <summary>Everything about the owner of this address, as it is stored.</summary>
    IAsyncEnumerable<PersonalRecord> FindAsync(EmailAddress address, CancellationToken cancellation);

    /// <summary>Persons who gave no address, by a name: each has something in its place, by which the rest is found.</summary>
    IAsyncEnumerable<NamedPerson> FindByNameAsync(string name, CancellationToken cancellation) => AsyncEnumerable.Empty<NamedPerson>();

    /// <summary>Erases all that need not be kept. Doing it twice, or again after it was cut off, does no harm.</summary>
    /// <returns>What is left for people to do, one sentence; null if nothing is.</returns>
    Task<string?> EraseAsync(EmailAddress address, CancellationToken cancellation);

    /// <summary>Erases one record and what belongs to it, so that others who share the address keep theirs.</summary>
    /// <param name="address">Of the record: one of another address is left alone.</param>
    /// <param name="separateId">Its <see cref="PersonalRecord.SeparateId"/>; one that another slice knows erases nothing.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Whether it was there.</returns>
    Task<bool> EraseOneAsync(EmailAddress address, string separateId, CancellationToken cancellation) => Task.FromResult(false);
}
