namespace Microsoft.Azure.Functions.Worker;

/// <summary>One run of one function.</summary>
public abstract class FunctionContext
{
    /// <summary>The run's own id.</summary>
    public abstract string InvocationId { get; }

    /// <summary>The function's id.</summary>
    public abstract string FunctionId { get; }

    /// <summary>What the trigger says about the run.</summary>
    public abstract BindingContext BindingContext { get; }

    /// <summary>The services of this run; scoped ones live as long as it.</summary>
    public abstract IServiceProvider InstanceServices { get; set; }

    /// <summary>The function that runs.</summary>
    public abstract FunctionDefinition FunctionDefinition { get; }

    /// <summary>What middleware and function hand each other.</summary>
    public abstract IDictionary<object, object> Items { get; set; }

    /// <summary>Signals that the host stops or the caller has gone.</summary>
    public virtual CancellationToken CancellationToken { get; } = CancellationToken.None;
}
