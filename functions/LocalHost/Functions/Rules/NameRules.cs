using System.Reflection;

namespace ThaffFunctions.LocalHost.Functions.Rules;

/// <summary>Names and entry points must be unique: the host finds a function by its name whatever the case, the worker by <c>Type.Method</c>.</summary>
static class NameRules
{
    public static IEnumerable<string> Problems(IReadOnlyList<MethodInfo> methods)
    {
        foreach (var method in methods)
        {
            var name = method.FunctionName();
            if (!IsValid(name))
                yield return $"Function '{name}': a name is a letter followed by up to 127 letters, digits, '-' and '_'.";
            if (name.Equals("host", StringComparison.OrdinalIgnoreCase))
                yield return $"Function '{name}': this name is reserved.";
            if (method.DeclaringType!.GetMethods().Count(other => other.Name == method.Name) > 1)
                yield return $"Function '{name}': {method.DeclaringType.Name}.{method.Name} has overloads, which share one entry point; give each method a name of its own.";
        }

        foreach (var same in methods.GroupBy(FunctionRules.FunctionName, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
            yield return $"Function '{same.Key}': the name is used {same.Count()} times, by {string.Join(" and ", same.Select(method => $"{method.DeclaringType!.Name}.{method.Name}"))}; names differ by more than case.";
    }

    static bool IsValid(string name) =>
        name.Length is > 0 and <= 128 && char.IsAsciiLetter(name[0]) && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
