using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace ThaffFunctions.Shared.Hosting;

/// <summary>Creates a trace span for each invocation of a function. It contains the function's name, but no arguments.</summary>
sealed class FunctionTraces : IFunctionsWorkerMiddleware
{
    public const string Name = "ThaffFunctions";

    static readonly ActivitySource Source = new(Name);

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        using var activity = Source.StartActivity(context.FunctionDefinition.Name, ActivityKind.Server);
        try
        {
            await next(context);
        }
        catch (Exception failure)
        {
            activity?.SetStatus(ActivityStatusCode.Error, failure.GetType().Name);
            throw;
        }
    }
}
