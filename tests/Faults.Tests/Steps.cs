using Microsoft.AspNetCore.Http;

namespace ThaffFunctions.Faults.Tests;

/// <summary>Counts the app's calls from outside, and lets one of them, or some in a row, go wrong.</summary>
sealed class Steps
{
    readonly Lock gate = new();
    int count;
    int first = int.MaxValue;
    int last = int.MaxValue;
    Fault fault;
    Action kill = () => { };

    /// <summary>Calls since the counter was set.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>Which call the fault struck; empty while it has not.</summary>
    public string Struck { get; private set; } = "";

    /// <param name="fault">What happens.</param>
    /// <param name="step">At which call from now on, counted from 1.</param>
    /// <param name="times">At how many calls in a row.</param>
    /// <param name="kill">Kills the app.</param>
    public void Set(Fault fault, int step, int times, Action kill)
    {
        lock (gate) (this.fault, first, last, this.kill, count, Struck) = (fault, step, step + times - 1, kill, 0, "");
    }

    /// <summary>From here on nothing goes wrong.</summary>
    public void End()
    {
        lock (gate) (fault, first, last) = (Fault.None, int.MaxValue, int.MaxValue);
    }

    /// <summary>A call to storage is a step, except that the app looks whether something is there to do.</summary>
    public Task PassToStorageAsync(HttpContext http, Func<Task> act) => IsLooking(http.Request) ? act() : PassAsync(http, act);

    /// <param name="http">The call.</param>
    /// <param name="act">Does what the call asks for.</param>
    public async Task PassAsync(HttpContext http, Func<Task> act)
    {
        switch (Next(http.Request))
        {
            case Fault.KilledBefore:
                kill();
                http.Abort();
                break;
            case Fault.KilledAfter:
                await UnheardAsync(http, act);
                kill();
                http.Abort();
                break;
            case Fault.AnswerLost:
                await UnheardAsync(http, act);
                http.Abort();
                break;
            case Fault.ServerError:
                http.Response.StatusCode = StatusCodes.Status500InternalServerError;
                break;
            case Fault.Overtaken when http.Request.Headers.IfMatch.Count > 0:
                http.Response.StatusCode = StatusCodes.Status412PreconditionFailed;
                break;
            case Fault.Busy or Fault.Overtaken:
                http.Response.StatusCode = http.Request.Path.StartsWithSegments("/v3")
                    ? StatusCodes.Status429TooManyRequests
                    : StatusCodes.Status503ServiceUnavailable;
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

    static bool IsLooking(HttpRequest request) => HttpMethods.IsGet(request.Method)
        && (request.Path.Value!.EndsWith("/messages", StringComparison.Ordinal) || request.Query["comp"] == "list");

    static Task UnheardAsync(HttpContext http, Func<Task> act)
    {
        http.Response.Body = Stream.Null;
        return act();
    }
}
