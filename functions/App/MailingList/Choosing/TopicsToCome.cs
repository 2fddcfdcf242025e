using ThaffFunctions.Programme;

namespace ThaffFunctions.MailingList.Choosing;

/// <summary>The focus topics that can be chosen: those of sessions to come.</summary>
public sealed class TopicsToCome(ProgrammeQuery programme, TimeProvider clock)
{
    public async Task<IReadOnlyList<string>> AllAsync(CancellationToken cancellation) =>
    [
        .. (await programme.AllAsync(cancellation))
            .Where(session => !session.IsCancelled && !session.IsPastAt(clock.GetUtcNow()) && session.Focus.Length > 0)
            .Select(session => session.Focus).Distinct(StringComparer.OrdinalIgnoreCase),
    ];
}
