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
}
