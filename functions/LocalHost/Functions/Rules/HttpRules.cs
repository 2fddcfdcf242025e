using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.LocalHost.Starting;

namespace ThaffFunctions.LocalHost.Functions.Rules;

/// <summary>Levels, routes and requests of HTTP functions.</summary>
static class HttpRules
{
    // `admin` and `runtime` are the host's own in Azure too.
    static readonly string[] s_reserved = ["admin", "runtime", "_local", "v3"];

    public static IEnumerable<string> Problems(ParameterInfo parameter, HttpTriggerAttribute trigger, HostFile hostFile)
    {
        if (parameter.ParameterType != typeof(HttpRequest))
            yield return $"its trigger parameter '{parameter.Name}' must be an HttpRequest.";
        if (!trigger.HasExplicitLevel)
            yield return "[HttpTrigger] needs an explicit level, such as AuthorizationLevel.Anonymous.";

        var route = $"{hostFile.RoutePrefix}/{trigger.Route ?? ((MethodInfo)parameter.Member).FunctionName()}";
        var (pattern, problem) = Parse(route);
        if (problem is not null)
            yield return $"the route '{trigger.Route}' breaks every HTTP function in Azure: {problem}{(trigger.Route == "/" ? " The home page's route is \"{ignored:maxlength(0)?}\"." : "")}";
        else if (pattern!.PathSegments is [{ Parts: [RoutePatternLiteralPart first] }, ..] && s_reserved.Contains(first.Content, StringComparer.OrdinalIgnoreCase))
            yield return $"the route '{route.TrimStart('/')}' lies under /{first.Content}, which is reserved.";
    }

    /// <summary>Two functions that answer the same method on the same route: every such request would be an error.</summary>
    public static IEnumerable<string> SharedRoutes(IReadOnlyList<MethodInfo> methods)
    {
        Dictionary<string, string> owners = new(StringComparer.OrdinalIgnoreCase);
        foreach (var method in methods)
            foreach (var trigger in method.GetParameters().Select(FunctionRules.Trigger).OfType<HttpTriggerAttribute>())
            {
                var route = trigger.Route ?? method.FunctionName();
                foreach (var verb in trigger.Methods is { Length: > 0 } verbs ? verbs : ["any"])
                    if (!owners.TryAdd($"{verb} {Shape(route)}", method.FunctionName()))
                        yield return $"Function '{method.FunctionName()}': {verb} {route} is already the route of '{owners[$"{verb} {Shape(route)}"]}'.";
            }
    }

    /// <summary>The route without the names of its parameters, which tell no request from another.</summary>
    static string Shape(string route) => Parse(route).Pattern is not { } pattern
        ? route
        : string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(Shape))));

    static string Shape(RoutePatternPart part) => part switch
    {
        RoutePatternParameterPart parameter => $"{{{parameter.ParameterKind}:{string.Join(':', parameter.ParameterPolicies.Select(policy => policy.Content))}}}",
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        _ => "",
    };

    static (RoutePattern? Pattern, string? Problem) Parse(string route)
    {
        try
        {
            return (RoutePatternFactory.Parse(route), null);
        }
        catch (RoutePatternException problem)
        {
            return (null, problem.Message);
        }
    }
}
