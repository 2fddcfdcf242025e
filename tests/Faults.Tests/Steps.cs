using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace ThaffFunctions.Faults.Tests;

/// <summary>Counts the app's calls from outside, and lets one of them, or some in a row, go wrong.</summary>
/// <param name="now">The app's time.</param>
sealed class Steps(Func<DateTimeOffset> now)
{
    static readonly TimeSpan s_wait = TimeSpan.FromMinutes(2);

    readonly Lock gate = new();
    int count;
    int first = int.MaxValue;
    int last = int.MaxValue;
    Fault fault;
    Action strike = () => { };

    /// <summary>Calls since the counter was set.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>Which call the fault struck; empty while it has not.</summary>
    public string Struck { get; private set; } = "";

    /// <param name="fault">What happens.</param>
    /// <param name="step">At which call from now on, counted from 1.</param>
    /// <param name="times">At how many calls in a row.</param>
    /// <param name="strike">Kills the app, or moves its clock.</param>
    public void Set(Fault fault, int step, int times, Action strike)
    {
        lock (gate) (this.fault, first, last, this.strike, count, Struck) = (fault, step, step + times - 1, strike, 0, "");
    }

    /// <summary>From here on nothing goes wrong.</summary>
    public void End()
    {
        lock (gate) (fault, first, last) = (Fault.None, int.MaxValue, int.MaxValue);
    }

    /// <summary>A call to storage is a step, except that the app looks whether something is there to do.</summary>
    public Task PassToStorageAsync(HttpContext http, Func<Task> act) =>
        StepChoice.OnlyMails || IsLooking(http.Request) ? act() : PassAsync(http, act);

    /// <param name="http">The call.</param>
    /// <param name="act">Does what the call asks for.</param>
    public async Task PassAsync(HttpContext http, Func<Task> act)
    {
        var isMail = http.Request.Path.StartsWithSegments("/v3");
        var fault = Next(http.Request);
        switch (fault)
        {
            case Fault.KilledBefore:
                strike();
                http.Abort();
                break;
            case Fault.KilledAfter or Fault.AllKilled:
                await UnheardAsync(http, act);
                strike();
                http.Abort();
                break;
            case Fault.AnswerLost:
                await UnheardAsync(http, act);
                http.Abort();
                break;
            case Fault.AnswerCut:
                await CutAsync(http, act);
                break;
            case Fault.ClockForward or Fault.ClockBack:
                strike();
                await act();
                break;
            case Fault.ServerError:
                http.Response.StatusCode = StatusCodes.Status500InternalServerError;
                break;
            case Fault.StrangePage:
                http.Response.StatusCode = isMail ? StatusCodes.Status200OK : StatusCodes.Status502BadGateway;
                http.Response.ContentType = "text/html";
                await http.Response.WriteAsync("<html><title>Proxy</title></html>");
                break;
            case Fault.Overtaken when http.Request.Headers.IfMatch.Count > 0:
                http.Response.StatusCode = StatusCodes.Status412PreconditionFailed;
                break;
            case Fault.Conflict when !isMail && !HttpMethods.IsGet(http.Request.Method):
                http.Response.StatusCode = StatusCodes.Status409Conflict;
                break;
            case Fault.TooLarge when !isMail && !HttpMethods.IsGet(http.Request.Method):
                http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                break;
            case Fault.Busy or Fault.Throttled or Fault.Overtaken:
                if (fault == Fault.Throttled)
                    http.Response.Headers.Append(isMail ? "X-RateLimit-Reset" : "Retry-After", isMail ? Seconds(now() + s_wait) : "2");
                http.Response.StatusCode = isMail ? StatusCodes.Status429TooManyRequests : StatusCodes.Status503ServiceUnavailable;
                break;
            default:
                await act();
                break;
        }
    }

    Fault Next(HttpRequest request)
    {
        lock (gate)
        {
            count++;
            if (count < first || count > last) return Fault.None;
            Struck = $"{request.Method} {request.Path}";
            return fault;
        }
    }

    static string Seconds(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    static bool IsLooking(HttpRequest request) => HttpMethods.IsGet(request.Method)
        && (request.Path.Value!.EndsWith("/messages", StringComparison.Ordinal) || request.Query["comp"] == "list");

    /// <summary>Half of what there is; of an answer without a body, its head.</summary>
    static async Task CutAsync(HttpContext http, Func<Task> act)
    {
        var body = http.Response.Body;
        using var answer = new MemoryStream();
        http.Response.Body = answer;
        await act();
        http.Response.Body = body;
        await http.Response.StartAsync();
        await body.WriteAsync(answer.GetBuffer().AsMemory(0, (int)answer.Length / 2));
        await body.FlushAsync();
        http.Abort();
    }

    static Task UnheardAsync(HttpContext http, Func<Task> act)
    {
        http.Response.Body = Stream.Null;
        return act();
    }
}
