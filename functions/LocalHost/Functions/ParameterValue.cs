using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Azure.Storage.Queues.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;

namespace ThaffFunctions.LocalHost.Functions;

/// <summary>What each parameter of a function gets, by the worker's rules of conversion.</summary>
static class ParameterValue
{
    public static async ValueTask<object?> OfAsync(ParameterInfo parameter, Invocation invocation)
    {
        if (parameter.ParameterType == typeof(FunctionContext)) return invocation;
        if (parameter.ParameterType == typeof(CancellationToken)) return invocation.CancellationToken;
        if (parameter.ParameterType == typeof(HttpRequest)) return invocation.Http!.Request;
        if (parameter.IsDefined(typeof(FromBodyAttribute)))
            return await invocation.Http!.Request.ReadFromJsonAsync(parameter.ParameterType, invocation.CancellationToken);

        var source = parameter.Position == invocation.Function.TriggerParameter.Position
            ? invocation.Trigger
            : invocation.BindingContext.BindingData.GetValueOrDefault(parameter.Name!);
        return source is null ? Missing(parameter) : Converted(source, parameter.ParameterType);
    }

    static object? Missing(ParameterInfo parameter)
    {
        if (parameter.HasDefaultValue) return parameter.DefaultValue;
        if (!parameter.ParameterType.IsValueType || Nullable.GetUnderlyingType(parameter.ParameterType) is not null) return null;
        throw new InvalidOperationException(
            $"Could not populate the value for '{parameter.Name}' parameter. Consider adding a default value or making the parameter nullable.");
    }

    static object? Converted(object source, Type type)
    {
        if (type.IsInstanceOfType(source)) return source;

        var text = source is QueueMessage message ? message.Body.ToString() : Convert.ToString(source, CultureInfo.InvariantCulture)!;
        return (Nullable.GetUnderlyingType(type) ?? type) switch
        {
            var wanted when wanted == typeof(string) => text,
            var wanted when wanted == typeof(byte[]) => Encoding.UTF8.GetBytes(text),
            var wanted when wanted == typeof(BinaryData) => BinaryData.FromString(text),
            var wanted when wanted == typeof(Guid) && Guid.TryParse(text, out var id) => id,
            var wanted when wanted == typeof(DateTimeOffset) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var time) => time,
            var wanted when wanted == typeof(DateTime) && DateTime.TryParse(text, CultureInfo.InvariantCulture, out var time) => time,
            var wanted => JsonSerializer.Deserialize(text, wanted, JsonSerializerOptions.Web), // numbers, booleans and objects alike, as the worker does
        };
    }
}
