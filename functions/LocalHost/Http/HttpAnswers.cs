using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using ThaffFunctions.LocalHost.Functions;

namespace ThaffFunctions.LocalHost.Http;

/// <summary>The middleware that hands an HTTP function its request and writes what the function returns.</summary>
static class HttpAnswers
{
    public static FunctionExecutionDelegate Around(FunctionExecutionDelegate next) => async context =>
    {
        var invocation = (Invocation)context;
        if (invocation.Http is not { } http)
        {
            await next(context);
            return;
        }

        context.Items[FunctionContextExtensions.HttpContextKey] = http;
        await next(context);
        await WriteAsync(AnswerIn(invocation.Result), http);
    };

    static Task WriteAsync(object? answer, HttpContext http) => answer switch
    {
        IActionResult action => action.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor())),
        IResult result => result.ExecuteAsync(http),
        _ => Task.CompletedTask, // the answer stays an empty 200
    };

    static object? AnswerIn(object? result) => result is null or IActionResult or IResult
        ? result
        : result.GetType().GetProperties().FirstOrDefault(property => property.IsDefined(typeof(HttpResultAttribute)))?.GetValue(result);
}
