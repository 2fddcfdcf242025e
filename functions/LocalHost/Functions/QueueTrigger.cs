namespace ThaffFunctions.LocalHost.Functions;

/// <param name="Parameter"><inheritdoc/></param>
/// <param name="QueueName">The queue's name, or <c>%Setting%</c> for the name in that setting.</param>
/// <param name="Connection">The name of the connection setting; <c>AzureWebJobsStorage</c> if it is omitted.</param>
/// <param name="TakesText">Whether the worker expects text: the parameter is a string or is deserialised from JSON.</param>
sealed record QueueTrigger(string Parameter, string QueueName, string? Connection, bool TakesText) : Trigger(Parameter);
