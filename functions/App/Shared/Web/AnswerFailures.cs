using System.Globalization;
using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Shared.Web;

/// <summary>
/// Handles exceptions of HTTP functions, so that no answer is empty: visitors get a page in the language of the address, clients that
/// posted JSON get problem details. A storage failure is 503 (a retry may help), an incomplete or malformed request has the status that the
/// server gave it, everything else is 500. The results of functions are also executed here, because the worker would execute them after all
/// middleware. Exceptions of queue and timer functions are not handled: the host retries these functions.
/// </summary>
sealed partial class AnswerFailures(PageRenderer pages, IEnumerable<MessageOfPart> ofParts, ILogger<AnswerFailures> log)
    : IFunctionsWorkerMiddleware
{
    static readonly TimeSpan WorthAnotherTry = TimeSpan.FromMinutes(1);

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        try
        {
            await next(context);
            if (context.GetHttpContext() is { } http) await WriteAsync(context.GetInvocationResult(), http);
        }
        catch (Exception failure) when (context.GetHttpContext() is { } http && !http.RequestAborted.IsCancellationRequested)
        {
            Log.Failed(log, context.FunctionDefinition.Name, failure.GetType().Name, (failure as RequestFailedException)?.Status);
            if (http.Response.HasStarted)
            {
                http.Abort(); // an incomplete answer must not look complete
                return;
            }

            var (status, title, text) = failure switch
            {
                BadHttpRequestException unreadable => (unreadable.StatusCode,
                    new Bilingual("Das konnte nicht gelesen werden", "This could not be read"),
                    new Bilingual("Die Anfrage ist unvollständig oder fehlerhaft.", "The request is incomplete or malformed.")),
                _ when failure.IsStorageFailure() => (StatusCodes.Status503ServiceUnavailable,
                    new("Bitte gleich noch einmal", "Please try again in a moment"),
                    new("Das konnte gerade nicht gespeichert oder gelesen werden. Bitte versuchen Sie es in einer Minute noch einmal; "
                        + "doppelt abgeschickt schadet es nicht.",
                        "This could not be saved or read just now. Please try again in a minute; sending it twice does no harm.")),
                _ => (StatusCodes.Status500InternalServerError,
                    new("Das hat nicht geklappt", "This did not work"),
                    new("Bei uns ist ein Fehler aufgetreten. Bitte versuchen Sie es später noch einmal oder schreiben Sie uns.",
                        "An error has occurred on our side. Please try again later or write to us.")),
            };
            await AnswerAsync(http, status, title, text);
        }
    }

    static async Task WriteAsync(InvocationResult result, HttpContext http)
    {
        if (result.Value is not IResult answer) return;

        await answer.ExecuteAsync(http);
        result.Value = Results.Empty;
    }

    async Task AnswerAsync(HttpContext http, int status, Bilingual title, Bilingual text)
    {
        var speaking = pages.For(http.Request);
        if (status == StatusCodes.Status503ServiceUnavailable)
            http.Response.Headers.RetryAfter = WorthAnotherTry.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        var answer = http.Request.HasJsonContentType()
            ? Results.Problem(speaking.Language.Say(text), title: speaking.Language.Say(title), statusCode: status)
            : await speaking.ShowAsync(http.Request,
                Message.In(speaking.Language, title, text) with { Typed = http.Features.Get<TypedInput>() }, status, ofParts);
        await answer.ExecuteAsync(http);
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Function {Function} could not answer: {Failure}, storage status {Status}")]
        public static partial void Failed(ILogger log, string function, string failure, int? status);
    }
}
