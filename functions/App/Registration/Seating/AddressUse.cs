using System.Globalization;
using Azure;
using Azure.Data.Tables;

namespace ThaffFunctions.Registration.Seating;

/// <summary>
/// The row of one address in one session: it names the rows of everybody who registered with it, so that they are read by their keys and
/// nobody searches the session for them.
/// </summary>
/// <param name="Persons">The keys of their rows, cancelled ones too.</param>
public sealed record AddressUse(IReadOnlyList<string> Persons)
{
    public static readonly AddressUse None = new([]);

    /// <summary>When the address was last told that no more persons can share it.</summary>
    public DateOnly? ToldFullOn { get; init; }

    /// <summary>Guards the row; default for an address that nobody used yet.</summary>
    public ETag ETag { get; init; }

    public AddressUse With(string person) => Persons.Contains(person) ? this : this with { Persons = [.. Persons, person] };

    public AddressUse Without(string person) => this with { Persons = [.. Persons.Where(other => other != person)] };

    internal TableEntity ToRow(string partition, string row) => new(partition, row)
    {
        ["Persons"] = string.Join(';', Persons),
        ["ToldFullOn"] = ToldFullOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    internal static AddressUse Read(TableEntity row) =>
        new(row.GetString("Persons").Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            ToldFullOn = row.GetString("ToldFullOn") is { } date
                ? DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture)
                : null,
            ETag = row.ETag,
        };
}
