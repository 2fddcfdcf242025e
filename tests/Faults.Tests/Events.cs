namespace ThaffFunctions.Faults.Tests;

/// <summary>What the mail service tells of its mails.</summary>
enum Events
{
    /// <summary>Everything, once and in order.</summary>
    Usual,

    /// <summary>Everything twice, first in reverse, and among it what happened to mails that nobody knows.</summary>
    Strange,

    /// <summary>Nothing.</summary>
    None,
}
