using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using ThaffFunctions.LocalHost.Functions;
using ThaffFunctions.LocalHost.Starting;

namespace ThaffFunctions.LocalHost.Http;

/// <summary>Answers requests with the app's HTTP functions.</summary>
sealed partial class HttpFunctions(
    FunctionCatalog catalog, FunctionRunner runner, HostFile hostFile, ParameterPolicyFactory policies, IConfiguration configuration, ILoggerFactory logs)
{
    const long MaxBodyBytes = 30_000_000; // as the worker's own server

    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var (function, trigger) in catalog.StartedBy<HttpTriggerAttribute>())
        {
            var pattern = RoutePatternFactory.Parse($"{hostFile.RoutePrefix}/{trigger.Route ?? function.Name}");
            CheckConstraints(function, pattern);
            var endpoint = routes.Map(pattern, http => AnswerAsync(function, trigger, http)).WithDisplayName(function.Name);
            if (trigger.Methods is { Length: > 0 } methods) endpoint.WithMetadata(new HttpMethodMetadata(methods));
        }
    }

    /// <summary>ASP.NET Core would find an unknown constraint at the first request, and answer none.</summary>
    void CheckConstraints(Function function, RoutePattern pattern)
    {
        try
        {
            foreach (var parameter in pattern.Parameters)
                foreach (var policy in parameter.ParameterPolicies)
                    policies.Create(parameter, policy);
        }
        catch (Exception problem)
        {
            throw new CannotStartException($"Function '{function.Name}': the route '{pattern.RawText}' breaks every HTTP function in Azure: {problem.Message}");
        }
    }

    async Task AnswerAsync(Function function, HttpTriggerAttribute trigger, HttpContext http)
    {
        if (!FunctionKey.Opens(trigger.AuthLevel, http.Request, configuration))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        LimitedBody.Limit(http.Request, MaxBodyBytes);
        try
        {
            await runner.RunAsync(new(function, http.RequestServices, http.RequestAborted) { Http = http, Values = ValuesOf(http.Request) });
        }
        catch (Exception problem) when (!http.Response.HasStarted)
        {
            Log.Failed(logs.CreateLogger($"Function.{function.Name}"), problem, function.Name);
            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    /// <summary>Query values by name, and route values over them.</summary>
    static Dictionary<string, object?> ValuesOf(HttpRequest request)
    {
        Dictionary<string, object?> values = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in request.Query) values[name] = value.ToString();
        foreach (var (name, value) in request.RouteValues) values[name] = value;
        return values;
    }

    static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Function {Function} failed.")]
        public static partial void Failed(ILogger logger, Exception problem, string function);
    }
}
