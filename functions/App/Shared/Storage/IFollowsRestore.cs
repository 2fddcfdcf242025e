namespace ThaffFunctions.Shared.Storage;

/// <summary>What a slice does after rows came back from a backup; it finds what happened since in <see cref="RestoreMarks"/>.</summary>
public interface IFollowsRestore
{
    /// <param name="begun">When the backup was begun.</param>
    /// <param name="cancellation">Gives up; the whole restore is then repeated.</param>
    Task FollowAsync(DateTimeOffset begun, CancellationToken cancellation);
}
