using ThaffFunctions.LocalHost.Worker;

namespace ThaffFunctions.LocalHost.Functions;

/// <summary>The exception that a function threw; the worker sends only its text.</summary>
sealed class FunctionFailedException(RpcException thrown) : Exception(thrown.Message)
{
    /// <summary>The stack trace in the worker.</summary>
    public override string? StackTrace => thrown.StackTrace;
}
