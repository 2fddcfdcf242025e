using Azure.Data.Tables;

namespace ThaffFunctions.Documentation.Publishing;

/// <summary>Notes laid out and printed, as a draft or to be published.</summary>
/// <param name="Edition">The edition to publish; of a draft, the preview.</param>
/// <param name="Hints">Hints for staff, in addition to those from reading and printing.</param>
/// <param name="Together"><inheritdoc cref="Outcome.Together" path="/summary"/></param>
sealed record ComposedNotes(PreparedEdition Edition, IReadOnlyList<string> Hints, TableTransactionAction? Together = null)
{
    /// <summary>Why it is only a draft, though the notes do not say so; null for none.</summary>
    public string? WhyDraft { get; init; }
}
