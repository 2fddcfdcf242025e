using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Shared.Web;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Privacy.Staff;

/// <summary>The page of <see cref="FindPerson"/>.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Typed">The address as it was typed.</param>
/// <param name="Kept">How long what is kept, and when it was erased last; null if that timer has not run yet.</param>
/// <param name="Problems">What is wrong.</param>
public sealed record PersonModel(
    StaffFrame Frame, string Typed, IReadOnlyList<(ShownRetention Retention, ErasureRun? Run)> Kept, FieldProblems Problems)
    : IModelOf<PersonPage>
{
    /// <summary>What is stored about the address; null as long as nobody asked.</summary>
    public IReadOnlyList<PersonalRecord>? Records { get; init; }
}
