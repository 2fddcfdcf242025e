using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace SmallApp;

public sealed class Functions(Seen seen, IOptions<Greeting> greeting)
{
    [Function("Home")]
    public IResult Home([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{ignored:maxlength(0)?}")] HttpRequest request) =>
        Results.Text(string.Join(' ', Enumerable.Repeat(greeting.Value.Words, greeting.Value.Times)));

    [Function("ShowSeen")]
    public IResult ShowSeen([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "seen")] HttpRequest request) =>
        Results.Text(string.Join(' ', seen.Words));

    [Function("End")]
    public static void End([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "end/{code:int}")] HttpRequest request, int code) =>
        Environment.Exit(code);

    [Function("Take")]
    public void Take([QueueTrigger("words")] string message) => seen.Words.Enqueue(message);

    [Function("Tick")]
    public void Tick([TimerTrigger("0 0 0 1 1 *", RunOnStartup = true)] TimerInfo timer) => seen.Words.Enqueue("tick");
}

/// <summary>What the queue and the timer brought.</summary>
public sealed class Seen
{
    public ConcurrentQueue<string> Words { get; } = new();
}
