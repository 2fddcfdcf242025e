using Azure;
using Azure.Identity;

namespace ThaffFunctions.Shared.Storage;

static class StorageFailure
{
    /// <summary>
    /// Whether the exception comes from storage and a retry may help: an error response, a time-out or a missing token. The SDK has no
    /// common type for it: after its own retries it throws an <see cref="AggregateException"/>, after a time-out an <see
    /// cref="OperationCanceledException"/>, and the identity library has exceptions of its own.
    /// </summary>
    public static bool IsStorageFailure(this Exception failure) =>
        failure is RequestFailedException or AggregateException or OperationCanceledException or TimeoutException
            or AuthenticationFailedException;

    /// <summary>
    /// Whether storage does not answer, to whatever it is asked: it is down, overloaded, unreachable or refuses the identity. Other answers
    /// concern one row or file.
    /// </summary>
    public static bool IsStorageAway(this Exception failure) => failure is RequestFailedException answer
        ? answer.Status is 0 or 401 or 403 or 408 or 429 or >= 500
        : failure.IsStorageFailure();
}
