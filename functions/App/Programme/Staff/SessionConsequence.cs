namespace ThaffFunctions.Programme.Staff;

/// <summary>What a change of a session means for people, as another slice knows it; the slice registers it.</summary>
/// <returns>Sentences for staff, to be confirmed before the change is saved; none if nobody is worse off.</returns>
public delegate Task<IReadOnlyList<string>> SessionConsequence(Session before, Session after, CancellationToken cancellation);
