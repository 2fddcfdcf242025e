using Azure;
using Azure.Identity;

namespace ThaffFunctions.Shared.Storage;

static class StorageFailure
{
    /// <summary>
    /// Storage refused, or did not answer, or there was no token for it: worth another try. The SDK has no common type for it: once its own
    /// tries are over it throws an <see cref="AggregateException"/>, after a time-out an <see cref="OperationCanceledException"/>, and the
    /// identity has exceptions of its own.
    /// </summary>
    public static bool IsStorageFailure(this Exception failure) =>
        failure is RequestFailedException or AggregateException or OperationCanceledException or TimeoutException
            or AuthenticationFailedException;
}
