using System.Reflection;
using System.Runtime.CompilerServices;

namespace ThaffFunctions.LocalHost.Functions.Rules;

/// <summary>What the worker's generated code must be able to call.</summary>
static class SignatureRules
{
    public static IEnumerable<string> Problems(MethodInfo method)
    {
        var type = method.DeclaringType!;
        if (!type.IsVisible) yield return $"the class {type.Name} must be public.";
        if (!method.IsPublic) yield return $"the method {method.Name} must be public.";
        if (type.IsAbstract && !type.IsSealed && !method.IsStatic) yield return $"the class {type.Name} must not be abstract.";
        if (type.ContainsGenericParameters || method.ContainsGenericParameters) yield return "neither the class nor the method may be generic.";
        if (method.ReturnType == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute)))
            yield return "async void can't be waited for; return Task.";
    }
}
