namespace ThaffFunctions.LocalHost.Functions;

/// <param name="Parameter"><inheritdoc/></param>
/// <param name="Methods">The allowed HTTP methods; empty means all.</param>
/// <param name="Route">The route template without the prefix of host.json; the function's name if it is omitted.</param>
/// <param name="Level">Who may call the function.</param>
sealed record HttpTrigger(string Parameter, string[] Methods, string? Route, AuthorizationLevel Level) : Trigger(Parameter);
