using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Operations.Failures;

/// <summary>
/// Counts messages that are not what their function expects. They still fail: the host puts them into the poison queue, the messages
/// behind them are handled, and <see cref="ReportPoison"/> tells staff.
/// </summary>
sealed class CountUnreadableMessages(ProductMetrics metrics) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (FormatException) when (context.FunctionDefinition.InputBindings.Values.Any(binding => binding.Type == "queueTrigger"))
        {
            metrics.CountUnreadable(context.FunctionDefinition.Name);
            throw;
        }
    }
}
