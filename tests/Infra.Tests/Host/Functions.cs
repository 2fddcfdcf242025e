using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace ThaffFunctions.InfraTests.Host;

/// <summary>The function classes of the app, as the host would find them.</summary>
static class Functions
{
    public static readonly Assembly App = typeof(ThaffFunctionsApp).Assembly;

    public static readonly IReadOnlyList<MethodInfo> All =
    [
        .. App.GetTypes().SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static))
            .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null),
    ];

    public static IEnumerable<string> Names => All.Select(method => method.GetCustomAttribute<FunctionAttribute>()!.Name);

    public static IEnumerable<QueueTriggerAttribute> Queues => Triggers<QueueTriggerAttribute>();

    public static IEnumerable<HttpTriggerAttribute> Http => Triggers<HttpTriggerAttribute>();

    public static IEnumerable<TimerTriggerAttribute> Timers => Triggers<TimerTriggerAttribute>();

    static IEnumerable<T> Triggers<T>() where T : Attribute =>
        All.SelectMany(method => method.GetParameters()).Select(parameter => parameter.GetCustomAttribute<T>()).OfType<T>();
}
