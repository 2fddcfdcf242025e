using ThaffFunctions.Shared;

namespace ThaffFunctions.Mail;

/// <summary>What ends when addresses must not be mailed any more; a slice registers its own. The same may be told again.</summary>
public interface IFollowsSuppression
{
    Task FollowAsync(IReadOnlyList<EmailAddress> addresses, CancellationToken cancellation);
}
