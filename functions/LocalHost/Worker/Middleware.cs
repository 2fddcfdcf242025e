namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>The rest of the pipeline.</summary>
public delegate Task FunctionExecutionDelegate(FunctionContext context);

/// <summary>Something that happens around every run of every function.</summary>
public interface IFunctionsWorkerMiddleware
{
    /// <summary>Runs around <paramref name="next"/>.</summary>
    Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
}
