namespace Microsoft.Azure.Functions.Worker;

/// <summary>Who may call an HTTP function.</summary>
public enum AuthorizationLevel
{
    /// <summary>Everybody.</summary>
    Anonymous = 0,

    /// <summary>Reserved.</summary>
    User = 1,

    /// <summary>Who knows a function or host key.</summary>
    Function = 2,

    /// <summary>Who knows a system key.</summary>
    System = 3,

    /// <summary>Who knows the master key.</summary>
    Admin = 4,
}
