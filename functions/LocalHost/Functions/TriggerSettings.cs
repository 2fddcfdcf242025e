using ThaffFunctions.LocalHost.Queues;
using ThaffFunctions.LocalHost.Starting;
using ThaffFunctions.LocalHost.Timers;

namespace ThaffFunctions.LocalHost.Functions;

/// <summary>Settings that triggers name and Azure's host would refuse; told here at start, in sentences that name the function.</summary>
static class TriggerSettings
{
    const int LongestName = 63; // of a queue

    /// <exception cref="CannotStartException">Says all that is wrong, a line each.</exception>
    public static void Check(IEnumerable<Function> functions, IConfiguration configuration)
    {
        string[] problems = [.. from function in functions from problem in Problems(function.Trigger,
            configuration) select $"Function '{function.Name}': {problem}"];
        if (problems.Length > 0) throw new CannotStartException(string.Join(Environment.NewLine, problems));
    }

    static IEnumerable<string> Problems(Trigger trigger, IConfiguration configuration) => trigger switch
    {
        TimerTrigger timer => Problems(timer, configuration),
        QueueTrigger queue => Problems(queue, configuration),
        _ => [],
    };

    static IEnumerable<string> Problems(TimerTrigger timer, IConfiguration configuration)
    {
        if (configuration.Resolve(timer.Schedule) is not { } expression)
            yield return $"its schedule {timer.Schedule} names a setting that is missing.";
        else if (Schedule.TryParse(expression) is null)
            yield return $"its schedule '{expression}' is no NCrontab expression of five or six fields, such as \"0 */15 * * * *\".";
    }

    static IEnumerable<string> Problems(QueueTrigger queue, IConfiguration configuration)
    {
        if (!queue.TakesText)
            yield return $"the local host hands queue messages over as text: its parameter '{queue.Parameter}' must be a string or a "
                + "class that JSON fills.";

        if (configuration.Resolve(queue.QueueName) is not { } name)
            yield return $"its queue {queue.QueueName} names a setting that is missing.";
        else if (!IsQueueName(name))
            yield return $"'{name}' is no queue name: 3 to 63 lower-case letters, digits and single hyphens between them.";
        else if ($"{name}-poison".Length > LongestName)
            yield return $"'{name}' leaves no room for its poison queue: at most 56 characters.";

        if ($"AzureWebJobs{queue.Connection}".Equals(QueueConnection.Default, StringComparison.OrdinalIgnoreCase))
            yield return $"its connection '{queue.Connection}' means the host's own account in Azure, where "
                + $"AzureWebJobs{queue.Connection} is found first: take another name.";
        else if (QueueConnection.Find(configuration, queue.Connection) is null)
            yield return QueueConnection.IsByIdentity(configuration, queue.Connection)
                ? $"its connection '{queue.Connection}' is by identity, which needs Azure; leave the setting out to use the local "
                + "storage emulator."
                : $"its connection '{queue.Connection}' names a setting that is missing.";
    }

    static bool IsQueueName(string name) =>
        name.Length is >= 3 and <= LongestName
            && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')
            && name.Split('-').All(part => part.Length > 0);
}
