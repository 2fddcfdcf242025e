namespace ThaffFunctions.LocalHost.Functions;

/// <summary>Who may call an HTTP function.</summary>
enum AuthorizationLevel
{
    /// <summary>Everybody; no key is needed.</summary>
    Anonymous,

    /// <summary>Callers with a function key.</summary>
    Function,

    /// <summary>Callers with the master key.</summary>
    Admin,
}
