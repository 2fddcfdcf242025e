namespace ThaffFunctions.Shared.Storage;

/// <summary>What may be addresses in a stored file.</summary>
/// <param name="Stretches">Texts in which an address may stand; every address of the file stands in one of them.</param>
/// <param name="IsWhole">Whether all of the file could be read.</param>
sealed record WrittenAddresses(IReadOnlySet<string> Stretches, bool IsWhole)
{
    /// <summary>Of a file that is not read.</summary>
    public static readonly WrittenAddresses Unread = new(new HashSet<string>(), IsWhole: false);

    /// <returns>Whether the address stands in the file; null if that is not known.</returns>
    public bool? Names(EmailAddress address) =>
        Stretches.Any(text => text.Contains(address.Value, StringComparison.OrdinalIgnoreCase)) ? true : IsWhole ? false : null;
}
