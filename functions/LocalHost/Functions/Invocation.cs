using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ThaffFunctions.LocalHost.Functions;

/// <summary>One run of a function, as middleware and the function itself see it.</summary>
sealed class Invocation(Function function, IServiceProvider services, CancellationToken cancellation) : FunctionContext
{
    public Function Function => function;

    /// <summary>What the trigger parameter gets: a TimerInfo or a QueueMessage; an HTTP function's is the request.</summary>
    public object? Trigger { get; init; }

    public HttpContext? Http { get; init; }

    public required IReadOnlyDictionary<string, object?> Values { private get; init; }

    /// <summary>What the method returned.</summary>
    public object? Result { get; set; }

    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    public override string FunctionId => FunctionDefinition.Id;

    public override BindingContext BindingContext => new Binding(Values);

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override FunctionDefinition FunctionDefinition { get; } = new Definition(function);

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override CancellationToken CancellationToken => cancellation;

    sealed class Binding(IReadOnlyDictionary<string, object?> values) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData => values;
    }

    sealed class Definition(Function function) : FunctionDefinition
    {
        public override string PathToAssembly => function.Method.DeclaringType!.Assembly.Location;
        public override string EntryPoint => function.EntryPoint;
        public override string Id => function.Name;
        public override string Name => function.Name;
    }
}
