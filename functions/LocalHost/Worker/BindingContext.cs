namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a trigger says about a run.</summary>
public abstract class BindingContext
{
    /// <summary>The values by name, whatever its case: route and query values, or a queue message's <c>Id</c>, <c>DequeueCount</c> and so on.</summary>
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
