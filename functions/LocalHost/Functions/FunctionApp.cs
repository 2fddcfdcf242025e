using Microsoft.Azure.Functions.Worker.Middleware;

namespace ThaffFunctions.LocalHost.Functions;

/// <summary>What an app's Program.cs says of it.</summary>
/// <param name="Types">Where functions are looked for.</param>
/// <param name="Middleware">What runs around them, outermost first.</param>
/// <param name="AnswersHttp">Whether ConfigureFunctionsWebApplication() was called.</param>
sealed record FunctionApp(IEnumerable<Type> Types, IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> Middleware, bool AnswersHttp);
