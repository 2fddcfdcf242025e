using ThaffFunctions.LocalHost.Worker;

namespace ThaffFunctions.LocalHost.Functions;

/// <summary>What a function threw, as the worker tells it: text only.</summary>
sealed class FunctionFailedException(RpcException thrown) : Exception(thrown.Message)
{
    /// <summary>The stack of the exception in the worker.</summary>
    public override string? StackTrace => thrown.StackTrace;
}
