namespace ThaffFunctions.Programme.Staff;

/// <summary>Why a session that is in the programme must not be deleted: somebody knows of it, or something was made of it.</summary>
public sealed class SessionTies(IEnumerable<SessionTie> others)
{
    /// <returns>Sentences for staff; none if the session can be deleted.</returns>
    public async Task<IReadOnlyList<string>> OfAsync(Session session, CancellationToken cancellation)
    {
        List<string> all = [];
        foreach (var other in others)
            if (await other(session, cancellation) is { } tie) all.Add(tie);
        return all;
    }
}
