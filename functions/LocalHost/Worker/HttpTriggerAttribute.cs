using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Starts a function by an HTTP request.</summary>
public sealed class HttpTriggerAttribute : TriggerBindingAttribute
{
    /// <summary>Any method, with a function key.</summary>
    public HttpTriggerAttribute() => AuthLevel = AuthorizationLevel.Function;

    /// <summary>The methods named. No level is given: the host refuses such a function, see <see cref="AuthLevel"/>.</summary>
    public HttpTriggerAttribute(params string[] methods) => Methods = methods;

    /// <summary>Any method, at the level named.</summary>
    public HttpTriggerAttribute(AuthorizationLevel authLevel)
    {
        AuthLevel = authLevel;
        HasExplicitLevel = true;
    }

    /// <summary>The methods named, at the level named.</summary>
    public HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods)
        : this(authLevel) => Methods = methods;

    /// <summary>The route template after the prefix of host.json; the function's name when left out.</summary>
    public string? Route { get; set; }

    /// <summary>The methods answered; all when <see langword="null"/> or empty.</summary>
    public string[]? Methods { get; private set; }

    /// <summary>Who may call.</summary>
    public AuthorizationLevel AuthLevel { get; private set; }

    internal bool HasExplicitLevel { get; }
}
