using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace ThaffFunctions.LocalHost.Functions.Rules;

/// <summary>What a function may return: an answer to HTTP, nothing elsewhere. Anything else would be dropped without a word.</summary>
static class ReturnRules
{
    public static IEnumerable<string> Problems(Type returned, TriggerBindingAttribute trigger)
    {
        if (returned.Name.StartsWith(nameof(ValueTask), StringComparison.Ordinal))
        {
            yield return "a ValueTask is awaited in Azure only where code was generated for it; return Task.";
            yield break;
        }

        var result = Unwrapped(returned);
        if (result == typeof(void)) yield break;
        if (trigger is not HttpTriggerAttribute)
            yield return $"what it returns ({result.Name}) would go nowhere; return Task.";
        else if (!IsAnswer(result) && !result.GetProperties().Any(property => property.IsDefined(typeof(HttpResultAttribute)) && IsAnswer(property.PropertyType)))
            yield return $"it returns {result.Name}, which is an empty 200 in Azure; return IResult or IActionResult.";
    }

    /// <summary>Whether this needs ASP.NET Core's MVC to be written.</summary>
    public static bool IsActionResult(MethodInfo method) =>
        Unwrapped(method.ReturnType) is var result && (IsAction(result) || result.GetProperties().Any(property => IsAction(property.PropertyType)));

    static bool IsAction(Type type) => typeof(IActionResult).IsAssignableFrom(type);

    static bool IsAnswer(Type type) => typeof(IResult).IsAssignableFrom(type) || IsAction(type);

    static Type Unwrapped(Type returned)
    {
        if (returned == typeof(Task)) return typeof(void);
        return returned.IsGenericType && returned.GetGenericTypeDefinition() == typeof(Task<>) ? returned.GetGenericArguments()[0] : returned;
    }
}
