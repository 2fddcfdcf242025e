using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using ThaffFunctions.LocalHost.Queues;

namespace ThaffFunctions.LocalHost.Functions.Rules;

/// <summary>Queues and their connections.</summary>
static class QueueRules
{
    public static IEnumerable<string> Problems(ParameterInfo parameter, QueueTriggerAttribute trigger, IConfiguration configuration)
    {
        if (!Binds(parameter.ParameterType))
            yield return $"its trigger parameter '{parameter.Name}' must be a string, BinaryData, byte[], QueueMessage or a class that JSON fills.";

        if (configuration.Resolve(trigger.QueueName) is not { } name)
            yield return $"its queue {trigger.QueueName} names a setting that is missing.";
        else if (!IsValid(name))
            yield return $"'{name}' is no queue name: 3 to 63 lower-case letters, digits and single hyphens between them.";
        else if ($"{name}-poison".Length > 63)
            yield return $"'{name}' leaves no room for its poison queue: at most 56 characters.";

        if (string.Equals($"AzureWebJobs{trigger.Connection}", QueueConnection.Default, StringComparison.OrdinalIgnoreCase))
            yield return $"its connection '{trigger.Connection}' means the host's own account in Azure, where AzureWebJobs{trigger.Connection} is found first: take another name.";
        else if (QueueConnection.Find(configuration, trigger.Connection) is null)
            yield return QueueConnection.IsByIdentity(configuration, trigger.Connection)
                ? $"its connection '{trigger.Connection}' is by identity, which needs Azure; leave the setting out to use the local storage emulator."
                : $"its connection '{trigger.Connection}' names a setting that is missing.";
    }

    static bool Binds(Type type) => !type.IsValueType && !type.IsInterface && !type.IsAbstract && type != typeof(object) && !type.IsPointer;

    static bool IsValid(string name) =>
        name.Length is >= 3 and <= 63 && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-') && name.Split('-').All(part => part.Length > 0);
}
