namespace ThaffFunctions.LocalHost.Functions;

/// <summary>Who may call an HTTP function.</summary>
enum AuthorizationLevel
{
    /// <summary>Everybody.</summary>
    Anonymous,

    /// <summary>Who knows a function's key.</summary>
    Function,

    /// <summary>Who knows the master key.</summary>
    Admin,
}
