using System.ComponentModel.DataAnnotations;
using ThaffFunctions.Programme;

namespace ThaffFunctions.Documentation;

/// <summary>Section <c>Documentation</c>.</summary>
public sealed record DocumentationOptions
{
    public const string Section = "Documentation";

    /// <summary>
    /// How many seconds a folder of notes must be unchanged before it is published, so that a series of uploads is published once.
    /// </summary>
    [Range(1, 600)]
    public int QuietSeconds { get; init; } = 3;

    /// <summary>
    /// Whether notes of a session that is not over yet are published at once; otherwise they stay a draft unless they say they are ready.
    /// </summary>
    public bool PublishBeforeSession { get; init; }

    /// <summary>When notes of a session that do not say they are ready may be public; null for at once.</summary>
    public DateTimeOffset? FirstMomentFor(Session session) => PublishBeforeSession ? null : session.End;

    public TimeSpan Quiet => TimeSpan.FromSeconds(QuietSeconds);
}
