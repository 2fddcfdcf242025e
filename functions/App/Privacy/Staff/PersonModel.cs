using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Privacy.Staff;

/// <summary>The page of <see cref="FindPerson"/>.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Typed">The address as it was typed; empty where a person without one is shown.</param>
/// <param name="Kept">How long what is kept, and when it was erased last; null if that timer has not run yet.</param>
/// <param name="Problems">What is wrong.</param>
public sealed record PersonModel(
    StaffFrame Frame, string Typed, IReadOnlyList<(ShownRetention Retention, ErasureRun? Run)> Kept, FieldProblems Problems)
    : IModelOf<PersonPage>
{
    /// <summary>Whose records these are; null as long as nobody asked.</summary>
    public EmailAddress? Address { get; init; }

    /// <summary>What is stored about the address; null as long as nobody asked.</summary>
    public IReadOnlyList<PersonalRecord>? Records { get; init; }

    /// <summary>Who of those that share the address is to be erased, as it was chosen; empty as long as nothing was.</summary>
    public string Chosen { get; init; } = "";

    /// <summary>What was typed to confirm the erasure.</summary>
    public string Again { get; init; } = "";

    /// <summary>The name by which a person without an address was looked for.</summary>
    public string Name { get; init; } = "";

    /// <summary>Those who have it; null as long as nobody asked.</summary>
    public IReadOnlyList<NamedPerson>? Named { get; init; }

    /// <summary>Who is stored under the address, by name.</summary>
    public IReadOnlyList<string> Persons => PersonSections.PersonsOf(Records!);

    /// <summary>The person in words.</summary>
    public string Whose => PersonWords.Whose(Address!.Value, Records!);
}
