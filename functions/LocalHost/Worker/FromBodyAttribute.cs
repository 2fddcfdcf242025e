namespace Microsoft.Azure.Functions.Worker.Http;

/// <summary>Binds a parameter to the request's JSON body; a body that doesn't fit is an empty 500.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class FromBodyAttribute : Attribute;
