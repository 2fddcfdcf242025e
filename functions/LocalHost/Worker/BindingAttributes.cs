namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>What binds a parameter, property or method of a function to the world outside.</summary>
public abstract class BindingAttribute : Attribute;

/// <summary>Marks the one parameter that starts a function.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public abstract class TriggerBindingAttribute : BindingAttribute;

/// <summary>Marks where a function's result goes.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public abstract class OutputBindingAttribute : BindingAttribute;
