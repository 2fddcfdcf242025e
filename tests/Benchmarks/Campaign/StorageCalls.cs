using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace ThaffFunctions.Benchmarks.Campaign;

/// <summary>Counts what the app asks of its storage by kind, and the rows that come back.</summary>
sealed partial class StorageCalls
{
    ConcurrentDictionary<string, int> calls = new();
    int rows;

    /// <summary>What was counted since the last look.</summary>
    public (IReadOnlyDictionary<string, int> Calls, int Rows) Take() =>
        (Interlocked.Exchange(ref calls, new()), Interlocked.Exchange(ref rows, 0));

    /// <param name="http">The call.</param>
    /// <param name="pass">Passes it on to storage.</param>
    public async Task PassAsync(HttpContext http, Func<Task> pass)
    {
        var body = http.Response.Body;
        using var answer = new MemoryStream();
        http.Response.Body = answer;
        await pass();
        Count(http.Request, answer.ToArray());
        answer.Position = 0;
        await answer.CopyToAsync(body);
    }

    /// <summary>Looking whether there is a message is left out: it goes by the clock, not by mails.</summary>
    void Count(HttpRequest request, byte[] answer)
    {
        var path = request.Path.Value!;
        if (KindOf(request.Method, path, answer) is not { } kind) return;

        calls.AddOrUpdate(kind, 1, (_, count) => count + 1);
        if (kind is "table query" or "table read") Interlocked.Add(ref rows, Row().Count(Encoding.UTF8.GetString(answer)));
    }

    static string? KindOf(string method, string path, byte[] answer) => (method, path) switch
    {
        (_, _) when path.EndsWith("$batch", StringComparison.Ordinal) => "table transaction",
        ("GET", _) when path.EndsWith("()", StringComparison.Ordinal) => "table query",
        ("GET", _) when path.EndsWith(')') => "table read",
        (_, _) when path.EndsWith(')') => "table write",
        ("POST", _) when path.EndsWith("/messages", StringComparison.Ordinal) => "queue send",
        ("GET", _) when path.EndsWith("/messages", StringComparison.Ordinal) =>
            answer.AsSpan().IndexOf("<MessageText>"u8) >= 0 ? "queue receive" : null,
        ("PUT" or "DELETE", _) when path.Contains("/messages/", StringComparison.Ordinal) => "queue delete or renew",
        ("POST", _) when path.Count(letter => letter == '/') == 2 && !path.Contains("blob", StringComparison.Ordinal) => "table write",
        _ => null, // blobs: locks and programme files
    };

    [GeneratedRegex("\"PartitionKey\":")]
    private static partial Regex Row();
}
