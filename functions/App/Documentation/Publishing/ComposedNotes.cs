using Azure.Data.Tables;

namespace ThaffFunctions.Documentation.Publishing;

/// <summary>Notes laid out and printed, as a draft or to be published.</summary>
/// <param name="Edition">What is published of them, unless they are a draft.</param>
/// <param name="Hints">What staff should improve, beside what reading and printing have found.</param>
/// <param name="Together"><inheritdoc cref="Outcome.Together" path="/summary"/></param>
sealed record ComposedNotes(PreparedEdition Edition, IReadOnlyList<string> Hints, TableTransactionAction? Together = null);
