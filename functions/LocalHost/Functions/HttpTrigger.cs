namespace ThaffFunctions.LocalHost.Functions;

/// <param name="Parameter"><inheritdoc/></param>
/// <param name="Methods">The methods answered; all when empty.</param>
/// <param name="Route">The route's template after the prefix of host.json; the function's name when left out.</param>
/// <param name="Level">Who may call.</param>
sealed record HttpTrigger(string Parameter, string[] Methods, string? Route, AuthorizationLevel Level) : Trigger(Parameter);
