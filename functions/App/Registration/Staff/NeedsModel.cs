using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Registration.Staff;

/// <param name="Sessions">Those to come for which something is needed.</param>
/// <param name="IsAnswered">Something was answered just now.</param>
public sealed record NeedsModel(IReadOnlyList<NeedsOfSession> Sessions, bool IsAnswered) : IModelOf<NeedsPage>
{
    /// <summary>Why an answer could not be taken; null for none.</summary>
    public string? Problem { get; init; }

    /// <summary>The answer that was not taken: whom it was for, and what it says.</summary>
    public (string Person, string Text) Refused { get; init; }
}
