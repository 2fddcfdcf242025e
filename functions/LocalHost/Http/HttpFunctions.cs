using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing.Constraints;
using ThaffFunctions.LocalHost.Functions;
using ThaffFunctions.LocalHost.Pages;
using ThaffFunctions.LocalHost.Starting;
using ThaffFunctions.LocalHost.Worker;
using Yarp.ReverseProxy.Forwarder;

namespace ThaffFunctions.LocalHost.Http;

/// <summary>
/// Answers requests as Azure's host does: it invokes the first function (in the order of the catalogue) whose route and method match, and
/// forwards the request to the worker's web server, which passes it to that invocation.
/// </summary>
sealed partial class HttpFunctions(
    FunctionCatalog catalog, WorkerChannel worker, HostFile hostFile, IHttpForwarder forwarder, IInlineConstraintResolver constraints,
    IConfiguration configuration, ILoggerFactory logs) : IDisposable
{
    /// <summary>With this header the worker's web server finds the invocation that a request belongs to.</summary>
    const string InvocationHeader = "x-ms-invocation-id";

    // Azure's time limit for answers.
    static readonly ForwarderRequestConfig s_forwarding = new() { ActivityTimeout = TimeSpan.FromSeconds(230) };

    readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null, // the invocation contains the trace context
    });

    public IRouter Router()
    {
        var routes = new RouteCollection();
        foreach (var (function, trigger) in catalog.StartedBy<HttpTrigger>()) routes.Add(RouteOf(function, trigger));
        if (routes.Count > 0) _ = worker.HttpAddress; // throws at start if the worker has no web server
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
        http.Request.Headers[InvocationHeader] = invocation; // replaces a header of the caller, which no invocation would match
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
            http.Response.StatusCode = StatusCodes.Status502BadGateway; // the worker has ended, so the host ends too
        }
    }

    /// <summary>Whether reading the caller's body failed; the forwarder has already answered 400 or 413 then.</summary>
    static bool IsTheCallers(ForwarderError error) => error is ForwarderError.RequestBodyClient or ForwarderError.RequestBodyCanceled;

    /// <summary>The values that parameters can bind to by name: of the query and of the route; the route has priority.</summary>
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
