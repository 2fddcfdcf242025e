using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing.Constraints;
using ThaffFunctions.LocalHost.Functions;
using ThaffFunctions.LocalHost.Pages;
using ThaffFunctions.LocalHost.Starting;
using ThaffFunctions.LocalHost.Worker;
using Yarp.ReverseProxy.Forwarder;

namespace ThaffFunctions.LocalHost.Http;

/// <summary>
/// Answers requests as Azure's host does: the first function whose route and method fit, in the order of the catalogue, is told to run, and
/// the request itself is forwarded to the worker's own web server, where it waits for that function.
/// </summary>
sealed partial class HttpFunctions(
    FunctionCatalog catalog, WorkerChannel worker, HostFile hostFile, IHttpForwarder forwarder, IInlineConstraintResolver constraints,
    IConfiguration configuration, ILoggerFactory logs) : IDisposable
{
    /// <summary>By this header the worker's server knows which run a request belongs to.</summary>
    const string InvocationHeader = "x-ms-invocation-id";

    static readonly ForwarderRequestConfig s_forwarding = new() { ActivityTimeout = TimeSpan.FromSeconds(230) }; // Azure's longest answer

    readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null, // the trace goes with the invocation
    });

    public IRouter Router()
    {
        var routes = new RouteCollection();
        foreach (var (function, trigger) in catalog.StartedBy<HttpTrigger>()) routes.Add(RouteOf(function, trigger));
        if (routes.Count > 0) _ = worker.HttpAddress; // told at start when there is none
        return routes;
    }

    public void Dispose() => _client.Dispose();

    Route RouteOf(Function function, HttpTrigger trigger)
    {
        var template = trigger.Route is { Length: > 0 } route ? route : function.Name;
        if (template == "/") throw Broken(function, template, "the home page's route is \"{ignored:maxlength(0)?}\".");
        if (hostFile.RoutePrefix.Length > 0) template = $"{hostFile.RoutePrefix}/{template}";
        var first = template.TrimStart('/').Split('/')[0];
        if (OwnPages.Reserved.Contains(first, StringComparer.OrdinalIgnoreCase))
            throw new CannotStartException($"Function '{function.Name}': the route '{template}' lies under /{first}, which is reserved.");

        Dictionary<string, object> methods = trigger.Methods is [] ? []
            : new() { ["httpMethod"] = new HttpMethodRouteConstraint(trigger.Methods) };
        try
        {
            return new Route(new RouteHandler(http => AnswerAsync(function, trigger, http)), function.Name, template, new(), methods, new(),
                constraints);
        }
        catch (Exception problem) when (problem is RouteCreationException or ArgumentException)
        {
            throw Broken(function, template, problem.InnerException?.Message ?? problem.Message);
        }
    }

    static CannotStartException Broken(Function function, string template, string problem) =>
        new($"Function '{function.Name}': the route '{template}' breaks every HTTP function in Azure: {problem}");

    async Task AnswerAsync(Function function, HttpTrigger trigger, HttpContext http)
    {
        if (!FunctionKey.Opens(trigger.Level, http.Request, configuration))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (http.Request.ContentLength > http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize)
        {
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        var invocation = Guid.NewGuid().ToString();
        http.Request.Headers[InvocationHeader] = invocation; // over one that the caller sent, for which no function would ever run
        var forwarding = forwarder.SendAsync(http, worker.HttpAddress, _client, s_forwarding);
        var running = worker.InvokeAsync(function, invocation, new() { Http = new() }, ValuesOf(http), http.RequestAborted);
        var error = await forwarding;
        try
        {
            var result = await running;
            if (result.Status == StatusResult.Types.Status.Success) return;

            Log.Failed(logs.CreateLogger($"Function.{function.Name}"), function.Name, result.Exception?.Message ?? result.Result);
            if (!IsTheCallers(error) && !http.Response.HasStarted) http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
        catch (IOException) when (!http.Response.HasStarted)
        {
            http.Response.StatusCode = StatusCodes.Status502BadGateway; // the worker is gone, and the host ends too
        }
    }

    /// <summary>Whether the caller's own body was at fault; the forwarder has answered 400 or 413 then.</summary>
    static bool IsTheCallers(ForwarderError error) => error is ForwarderError.RequestBodyClient or ForwarderError.RequestBodyCanceled;

    /// <summary>What parameters get by name: the query's values, and over them the route's.</summary>
    static IEnumerable<KeyValuePair<string, TypedData>> ValuesOf(HttpContext http) =>
        from value in (IEnumerable<KeyValuePair<string, string?>>)
            [
                .. http.Request.Query.Select(value => KeyValuePair.Create(value.Key, (string?)value.Value.ToString())),
                .. http.GetRouteData().Values.Select(value => KeyValuePair.Create(value.Key, value.Value?.ToString())),
            ]
        where value.Value is not null
        select KeyValuePair.Create(value.Key, new TypedData { String = value.Value });

    static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Function {Function} failed: {Problem}")]
        public static partial void Failed(ILogger logger, string function, string problem);
    }
}
