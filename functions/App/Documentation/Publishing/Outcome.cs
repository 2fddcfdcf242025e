using Azure.Data.Tables;

namespace ThaffFunctions.Documentation.Publishing;

/// <summary>What comes of a source.</summary>
abstract record Outcome
{
    Outcome() { }

    /// <summary>How the part of the source would look that is marked as a draft, for staff; null if there is no draft.</summary>
    public byte[]? Preview { get; init; }

    /// <summary>A row of the entry's partition that changes in the same transaction as the entry; null if there is none.</summary>
    public TableTransactionAction? Together { get; init; }

    /// <summary>The source changed while it was read: start again.</summary>
    public sealed record Overtaken : Outcome;

    /// <summary>Nothing is to be public: there is no source, or it is a draft.</summary>
    public sealed record Nothing : Outcome;

    /// <summary>The source cannot be published; what was published before stays.</summary>
    public sealed record Refused : Outcome;

    /// <summary>The source can be published.</summary>
    public sealed record Ready(PreparedEdition Edition) : Outcome;
}
