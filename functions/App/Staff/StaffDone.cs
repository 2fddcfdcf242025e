namespace ThaffFunctions.Staff;

/// <summary>What a member of staff did.</summary>
/// <param name="To">The path that the browser is sent to.</param>
/// <param name="Status">A sentence that the page there shows. It stands in its address, so it never says anything about a person.</param>
/// <param name="What">The act as the audit names it, a few German words that are the same for every act of the kind.</param>
/// <param name="On">What it was done to, as the audit names it: by an id, never by anything about a person.</param>
public sealed record StaffDone(string To, string Status, string What, string On);
