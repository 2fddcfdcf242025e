using System.Reflection;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Azure.Functions.Worker.Http;

namespace ThaffFunctions.LocalHost.Functions.Rules;

/// <summary>The parameters beside the trigger that the worker really fills.</summary>
static class ParameterRules
{
    static readonly Type[] s_byName =
    [
        typeof(string), typeof(bool), typeof(byte), typeof(short), typeof(int), typeof(long), typeof(float), typeof(double), typeof(decimal),
        typeof(Guid), typeof(DateTime), typeof(DateTimeOffset),
    ];

    static readonly string[] s_messageValues = ["queueTrigger", "id", "dequeueCount", "popReceipt", "insertionTime", "expirationTime", "nextVisibleTime"];

    public static IEnumerable<string> Problems(ParameterInfo parameter, TriggerBindingAttribute trigger)
    {
        var type = parameter.ParameterType;
        var name = $"parameter '{parameter.Name}'";
        if (IgnoredAttribute(parameter) is { } ignored)
            yield return $"{name} has [{ignored}], which is ignored in Azure; route and query values bind by name, everything else comes from HttpRequest or the constructor.";
        else if (Advice(type) is { } advice)
            yield return $"{name} is of type {type.Name}, which arrives as null in Azure; {advice}.";
        else if (type == typeof(FunctionContext) || type == typeof(CancellationToken))
            yield break;
        else if (trigger is HttpTriggerAttribute ? !BindsFromRequest(parameter) : !BindsFromMessage(parameter, trigger))
            yield return $"{name} of type {type.Name} can't be bound in Azure{(type.IsEnum ? ": an enum's name is a 500; take a string and read it" : "")}.";
    }

    static string? IgnoredAttribute(ParameterInfo parameter) => parameter.GetCustomAttributes()
        .Select(attribute => attribute.GetType())
        .FirstOrDefault(attribute => attribute.Namespace is { } place &&
            (place.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || place.StartsWith("Microsoft.Extensions.DependencyInjection", StringComparison.Ordinal)))
        ?.Name.Replace(nameof(Attribute), "", StringComparison.Ordinal);

    static string? Advice(Type type)
    {
        if (type == typeof(HttpContext) || type == typeof(HttpResponse)) return "take HttpRequest and use its HttpContext";
        if (type == typeof(ClaimsPrincipal)) return "take HttpRequest and use its HttpContext.User";
        if (type == typeof(IFormFile) || type == typeof(IFormFileCollection) || type == typeof(IFormCollection)) return "read the form from HttpRequest";
        return null;
    }

    static bool BindsFromRequest(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(HttpRequest) || parameter.IsDefined(typeof(FromBodyAttribute)) || BindsByName(parameter.ParameterType);

    static bool BindsFromMessage(ParameterInfo parameter, TriggerBindingAttribute trigger) =>
        trigger is QueueTriggerAttribute && BindsByName(parameter.ParameterType) && s_messageValues.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase);

    static bool BindsByName(Type type) => s_byName.Contains(Nullable.GetUnderlyingType(type) ?? type);
}
