using System.Globalization;
using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Shared.Web;

/// <summary>
/// Nobody is left with an empty answer: when a request cannot be handled, a German page (or problem details, for who posted JSON) says so.
/// Storage that does not answer is 503, worth another try; a request broken off or framed wrongly is what the server calls it; all else is
/// an error of ours. The answer is written in here too: the worker would write it outside of all middleware. Queue and timer functions fail
/// as the host expects.
/// </summary>
public sealed partial class AnswerFailures(PageRenderer pages, ILogger<AnswerFailures> log) : IFunctionsWorkerMiddleware
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
                http.Abort(); // half an answer must not look whole
                return;
            }

            var (status, title, text) = failure switch
            {
                BadHttpRequestException unreadable =>
                    (unreadable.StatusCode, "Das konnte nicht gelesen werden", "Die Anfrage ist unvollständig oder fehlerhaft."),
                _ when failure.IsStorageFailure() => (StatusCodes.Status503ServiceUnavailable,
                    "Bitte gleich noch einmal",
                    "Das konnte gerade nicht gespeichert oder gelesen werden. Bitte versuchen Sie es in einer Minute noch einmal; "
                    + "doppelt abgeschickt schadet es nicht."),
                _ => (StatusCodes.Status500InternalServerError,
                    "Das hat nicht geklappt",
                    "Bei uns ist ein Fehler aufgetreten. Bitte versuchen Sie es später noch einmal oder schreiben Sie uns."),
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

    async Task AnswerAsync(HttpContext http, int status, string title, string text)
    {
        if (status == StatusCodes.Status503ServiceUnavailable)
            http.Response.Headers.RetryAfter = WorthAnotherTry.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        var answer = http.Request.HasJsonContentType()
            ? Results.Problem(text, title: title, statusCode: status)
            : await pages.ShowAsync(new Message(title, text), status);
        await answer.ExecuteAsync(http);
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "{Function} could not answer: {Failure}, storage status {Status}")]
        public static partial void Failed(ILogger log, string function, string failure, int? status);
    }
}
