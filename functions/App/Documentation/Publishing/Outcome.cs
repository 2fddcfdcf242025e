using Azure.Data.Tables;

namespace ThaffFunctions.Documentation.Publishing;

/// <summary>The result of making a document from its source.</summary>
abstract record Outcome
{
    Outcome() { }

    /// <summary>The PDF preview of a draft, for staff; null if there is no draft.</summary>
    public byte[]? Preview { get; init; }

    /// <summary>What staff should improve, or why nothing could be made of it: German sentences with the place in the file.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>
    /// An action on another row of the entry's partition, for the entity-group transaction that saves the entry; null if there is none.
    /// </summary>
    public TableTransactionAction? Together { get; init; }

    /// <summary>The source changed while it was read: start again.</summary>
    public sealed record Overtaken : Outcome;

    /// <summary>Nothing may be public: there is no source, or it is a draft.</summary>
    public sealed record Nothing : Outcome;

    /// <summary>It is a draft, though its source does not say so, until staff decide; a published edition stays.</summary>
    public sealed record Waiting : Outcome;

    /// <summary>The source cannot be published; a published edition stays.</summary>
    public sealed record Refused : Outcome;

    /// <summary>The source can be published.</summary>
    public sealed record Ready(PreparedEdition Edition) : Outcome;
}
