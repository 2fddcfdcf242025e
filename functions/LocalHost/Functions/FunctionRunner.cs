using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace ThaffFunctions.LocalHost.Functions;

/// <summary>Runs a function inside the app's middleware.</summary>
sealed class FunctionRunner
{
    readonly ConcurrentDictionary<Function, Func<Invocation, Task<object?>>> _calls = new();
    readonly FunctionExecutionDelegate _pipeline;

    public FunctionRunner(IEnumerable<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware) =>
        _pipeline = middleware.Reverse().Aggregate((FunctionExecutionDelegate)(context => CallAsync((Invocation)context)), (next, around) => around(next));

    public Task RunAsync(Invocation invocation) => _pipeline(invocation);

    async Task CallAsync(Invocation invocation) => invocation.Result = await _calls.GetOrAdd(invocation.Function, Prepare)(invocation);

    static Func<Invocation, Task<object?>> Prepare(Function function)
    {
        var method = MethodInvoker.Create(function.Method);
        var make = function.Method.IsStatic ? null : ActivatorUtilities.CreateFactory(function.Method.DeclaringType!, []);
        var parameters = function.Method.GetParameters();
        return async invocation =>
        {
            var target = make?.Invoke(invocation.InstanceServices, null);
            var arguments = new object?[parameters.Length];
            for (var at = 0; at < arguments.Length; at++) arguments[at] = await ParameterValue.OfAsync(parameters[at], invocation);
            return await ResultOfAsync(method.Invoke(target, arguments.AsSpan()));
        };
    }

    static async Task<object?> ResultOfAsync(object? returned)
    {
        if (returned is not Task task) return returned;

        await task;
        return task.GetType().GetProperty(nameof(Task<>.Result))?.GetValue(task);
    }
}
