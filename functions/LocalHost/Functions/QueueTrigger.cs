namespace ThaffFunctions.LocalHost.Functions;

/// <param name="Parameter"><inheritdoc/></param>
/// <param name="QueueName">The queue's name, or <c>%Setting%</c> that holds it.</param>
/// <param name="Connection">The setting that holds the storage connection; <c>AzureWebJobsStorage</c> when left out.</param>
/// <param name="TakesText">Whether the parameter is a string or an object that JSON fills.</param>
sealed record QueueTrigger(string Parameter, string QueueName, string? Connection, bool TakesText) : Trigger(Parameter);
