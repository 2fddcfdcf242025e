using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using NCrontab;

namespace ThaffFunctions.Tests.Hosting;

/// <summary>What compiles, and what the worker or the host then drops, answers wrongly or mixes up without a word.</summary>
static class FunctionRules
{
    const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    static readonly string[] Reserved = ["admin", "runtime", ".auth", "_local", "v3"]; // the host's, Easy Auth's, the local host's

    static readonly Type[] BoundByName = [typeof(string), typeof(bool), typeof(int), typeof(long), typeof(double), typeof(Guid),
        typeof(DateTime), typeof(DateTimeOffset)];

    static readonly string[] MessageValues = ["queueTrigger", "id", "dequeueCount", "popReceipt", "insertionTime", "expirationTime",
        "nextVisibleTime"];

    public static IReadOnlyList<MethodInfo> FunctionsOf(IEnumerable<Type> types) =>
        [.. from type in types from method in type.GetMethods(Everything) where method.IsDefined(typeof(FunctionAttribute)) select method];

    public static string NameOf(MethodInfo method) => method.GetCustomAttribute<FunctionAttribute>()!.Name;

    /// <summary>One sentence for each thing that is wrong.</summary>
    public static IEnumerable<string> Broken(IReadOnlyList<MethodInfo> functions) =>
    [
        .. from function in functions from problem in Broken(function) select $"{NameOf(function)}: {problem}",
        .. from same in functions.GroupBy(NameOf,
            StringComparer.OrdinalIgnoreCase) where same.Count() > 1 select $"{same.Key}: the name is used twice",
        .. from same in functions.SelectMany(Answered).GroupBy(answered => answered.Request, StringComparer.OrdinalIgnoreCase)
           where same.Count() > 1
           select $"{same.Key} is answered by {string.Join(" and ", same.Select(answered => answered.Name))}",
    ];

    static IEnumerable<string> Broken(MethodInfo function)
    {
        var type = function.DeclaringType!;
        // a class that is not public is run by reflection: what it throws comes in an AggregateException, as if storage had failed
        if (!type.IsVisible || type.IsNested || type.ContainsGenericParameters || !function.IsPublic)
            yield return "the generated code cannot call it";
        if (type.GetMethods(Everything).Count(other => other.Name == function.Name) > 1) yield return "overloads share one entry point";
        if (function.ReturnType == typeof(void) && function.IsDefined(typeof(AsyncStateMachineAttribute)))
            yield return "async void is not waited for";
        if (function.GetParameters().Where(parameter => TriggerOf(parameter) is not null).ToArray() is not [var trigger])
        {
            yield return "it needs exactly one trigger";
            yield break;
        }

        foreach (var problem in Broken(trigger)) yield return problem;
        foreach (var parameter in function.GetParameters().Where(parameter => parameter.Position != trigger.Position))
            if (!IsFilled(parameter, TriggerOf(trigger)!)) yield return $"parameter {parameter.Name} arrives as null or ends in a 500";
        if (!IsAnswer(Awaited(function.ReturnType), TriggerOf(trigger)!)) yield return "what it returns goes nowhere";
    }

    static IEnumerable<string> Broken(ParameterInfo trigger) => TriggerOf(trigger) switch
    {
        HttpTriggerAttribute http => Broken(trigger, http),
        TimerTriggerAttribute timer =>
            trigger.ParameterType == typeof(TimerInfo) && IsSchedule(timer.Schedule) ? [] : ["it is no timer with a schedule"],
        QueueTriggerAttribute queue =>
            trigger.ParameterType == typeof(string) && queue.QueueName.Length is >= 3 and <= 56 ? []
                : ["it is no message of text, or its poison queue has no room for a name"],
        _ => ["this trigger is not known here"],
    };

    static IEnumerable<string> Broken(ParameterInfo parameter, HttpTriggerAttribute http)
    {
        if (parameter.ParameterType != typeof(HttpRequest)) yield return "its trigger is no HttpRequest";
        if (!StatesItsLevel(parameter)) yield return "without a level the host asks for a key";
        if (http.Methods is { Length: > 0 } methods && methods.Contains("get") && !methods.Contains("head")) yield return "HEAD is a 404";
        if (http.Route is not { } route || route.StartsWith('/')) yield return "its route breaks all others, or is its name";
        else if (RoutePatternFactory.Parse(route).PathSegments is [{ Parts: [RoutePatternLiteralPart first] }, ..]
            && Reserved.Contains(first.Content)) yield return "its route is never reached";
    }

    /// <summary>Every method and route it answers, without the names of parameters, which tell no request from another.</summary>
    static IEnumerable<(string Request, string Name)> Answered(MethodInfo function) =>
        from http in function.GetParameters().Select(TriggerOf).OfType<HttpTriggerAttribute>()
        from method in http.Methods is { Length: > 0 } methods ? methods : ["any"]
        select ($"{method} {Shape(http.Route ?? NameOf(function))}", NameOf(function));

    static string Shape(string route) =>
        string.Join('/', RoutePatternFactory.Parse(route).PathSegments.Select(segment =>
            string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternParameterPart parameter => $"{{{parameter.ParameterKind}:{string.Join(':', parameter.ParameterPolicies.Select(policy => policy.Content))}}}",
        RoutePatternLiteralPart literal => literal.Content,
        _ => ".",
    }))));

    static bool IsFilled(ParameterInfo parameter, TriggerBindingAttribute trigger)
    {
        if (parameter.ParameterType == typeof(FunctionContext) || parameter.ParameterType == typeof(CancellationToken)) return true;
        if (parameter.GetCustomAttributes()
            .Any(attribute => attribute.GetType().Namespace!.StartsWith("Microsoft.", StringComparison.Ordinal)
            && attribute.GetType().Name.StartsWith("From", StringComparison.Ordinal))) return false;
        if (!BoundByName.Contains(Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType)) return false;

        return trigger is HttpTriggerAttribute || (trigger is QueueTriggerAttribute && MessageValues.Contains(parameter.Name));
    }

    static bool IsAnswer(Type returned, TriggerBindingAttribute trigger) => trigger is HttpTriggerAttribute
        ? typeof(IResult).IsAssignableFrom(returned) // AnswerFailures writes no other
        : returned == typeof(void);

    static Type Awaited(Type returned)
    {
        if (returned == typeof(Task)) return typeof(void);
        return returned.IsGenericType && returned.GetGenericTypeDefinition() == typeof(Task<>) ? returned.GetGenericArguments()[0]
            : returned;
    }

    static bool StatesItsLevel(ParameterInfo parameter) => parameter.GetCustomAttributesData()
        .Any(attribute => attribute.ConstructorArguments.Any(argument => argument.ArgumentType == typeof(AuthorizationLevel)));

    static bool IsSchedule(string schedule) =>
        CrontabSchedule.TryParse(schedule, new() { IncludingSeconds = schedule.Split(' ').Length == 6 }) is not null;

    static TriggerBindingAttribute? TriggerOf(ParameterInfo parameter) => parameter.GetCustomAttribute<TriggerBindingAttribute>();
}
