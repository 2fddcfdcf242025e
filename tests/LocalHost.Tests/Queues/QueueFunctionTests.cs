using Azure.Storage.Queues;
using LocalHost.Tests.Fixtures;
using Microsoft.Azure.Functions.Worker;

namespace LocalHost.Tests.Queues;

/// <summary>Queue functions are fed as under the real host.</summary>
public sealed class QueueFunctionTests
{
    const string PlainText = """{ "extensions": { "queues": { "messageEncoding": "none" } } }""";

    [Fact]
    public async Task A_message_is_handled_once_and_is_gone()
    {
        await using var stage = await StartAsync<Writes>();
        var queue = await QueueAsync(stage);

        await queue.SendMessageAsync("hello");

        await Eventually.See(() => stage.Notes.Lines, lines => lines.Contains("hello, try 1"));
        await Eventually.SeeAsync(async () => (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount, count => count == 0);
    }

    [Fact]
    public async Task A_message_is_handled_soon_after_a_quiet_time_however_long_Azure_would_pause()
    {
        await using var stage = await StartAsync<Writes>(
            """{ "extensions": { "queues": { "messageEncoding": "none", "maxPollingInterval": "01:00:00" } } }""");
        var queue = await QueueAsync(stage);

        for (var turn = 1; turn <= 5; turn++)
        {
            await queue.SendMessageAsync($"{turn}");
            await Eventually.See(() => stage.Notes.Lines.Count, count => count == turn);
        }
    }

    [Fact]
    public async Task Messages_are_base64_unless_host_json_says_otherwise()
    {
        await using var stage = await StartAsync<Writes>(hostFile: "{}");
        var queue = await QueueAsync(stage);

        await queue.SendMessageAsync(Convert.ToBase64String("hello"u8));
        await queue.SendMessageAsync("no base64!");

        await Eventually.See(() => stage.Notes.Lines, lines => lines.Contains("hello, try 1"));
        Assert.Equal("no base64!", await PoisonedAsync(stage));
    }

    [Fact]
    public async Task A_message_that_fails_five_times_goes_to_the_poison_queue_as_it_is()
    {
        await using var stage = await StartAsync<Fails>();
        await (await QueueAsync(stage)).SendMessageAsync("bad");

        Assert.Equal("bad", await PoisonedAsync(stage));
        Assert.Equal(["bad, try 1", "bad, try 2", "bad, try 3", "bad, try 4", "bad, try 5"], stage.Notes.Lines);
    }

    [Fact]
    public async Task Host_json_says_how_often_a_message_is_tried()
    {
        await using var stage = await StartAsync<Fails>(
            """{ "extensions": { "queues": { "messageEncoding": "none", "maxDequeueCount": 2 } } }""");
        await (await QueueAsync(stage)).SendMessageAsync("bad");

        await PoisonedAsync(stage);
        Assert.Equal(2, stage.Notes.Lines.Count);
    }

    [Fact]
    public async Task Host_json_says_how_long_a_failed_message_rests()
    {
        await using var stage = await StartAsync<Fails>(
            """{ "extensions": { "queues": { "messageEncoding": "none", "visibilityTimeout": "00:01:00" } } }""");
        var queue = await QueueAsync(stage);
        foreach (var message in (string[])["first", "second", "third"]) // the queue is looked into again for each
        {
            await queue.SendMessageAsync(message);
            await Eventually.See(() => stage.Notes.Lines, lines => lines.Contains($"{message}, try 1"));
        }

        Assert.Equal(["first, try 1", "second, try 1", "third, try 1"], stage.Notes.Lines);
    }

    [Fact]
    public async Task No_more_messages_run_at_once_than_batch_and_threshold_together()
    {
        await using var stage = await StartAsync<CountsItsLike>(
            """{ "extensions": { "queues": { "messageEncoding": "none", "batchSize": 2, "newBatchThreshold": 1 } } }""");
        var queue = await QueueAsync(stage);
        for (var message = 0; message < 12; message++) await queue.SendMessageAsync($"{message}");

        await Eventually.See(() => stage.Notes.Lines.Count, count => count == 12);
        Assert.InRange(stage.Notes.Lines.Max(int.Parse), 2, 3);
    }

    [Fact]
    public async Task A_message_binds_as_text_or_object()
    {
        await using var stage = await StartAsync<BindsText>();
        foreach (var suffix in (string[])["", "-b"])
            await (await QueueAsync(stage, suffix)).SendMessageAsync("""{"name":"Ada"}""");

        var lines = await Eventually.See(() => stage.Notes.Lines, lines => lines.Count == 2);
        Assert.Equal(["object Ada", """text {"name":"Ada"}"""], lines.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_message_s_own_values_bind_by_name_and_stand_in_the_context()
    {
        await using var stage = await StartAsync<ReadsValues>();
        var sent = await (await QueueAsync(stage)).SendMessageAsync("hello");

        var lines = await Eventually.See(() => stage.Notes.Lines, lines => lines.Count == 1);
        Assert.Equal($"{sent.Value.MessageId} 1 hello", lines[0]);
    }

    [Fact]
    public async Task A_function_that_is_switched_off_leaves_its_messages()
    {
        await using var stage = await StartAsync<TakesTwo>(PlainText, "--AzureWebJobs.TakeHere.Disabled=true");
        var queue = await QueueAsync(stage);
        await queue.SendMessageAsync("left");
        foreach (var message in (string[])["1", "2", "3"])
        {
            await (await QueueAsync(stage, "-b")).SendMessageAsync(message);
            await Eventually.See(() => stage.Notes.Lines, lines => lines.Contains(message));
        }

        Assert.Equal(["1", "2", "3"], stage.Notes.Lines);
        Assert.Equal(0, (await queue.PeekMessageAsync()).Value.DequeueCount);
    }

    [Fact]
    public async Task A_message_stays_out_of_sight_as_long_as_its_function_runs()
    {
        await using var stage = await StartAsync<WaitsForLater>(PlainText, "--LocalHost:MessageVisibility=00:00:03");
        var queue = await QueueAsync(stage);
        await queue.SendMessageAsync("long");
        // more than twice what the first stays out of sight by itself
        await queue.SendMessageAsync("later", visibilityTimeout: TimeSpan.FromSeconds(7));

        await Eventually.See(() => stage.Notes.Lines, lines => lines.Contains("ended"));

        Assert.Equal(["begun", "later", "ended"], stage.Notes.Lines);
    }

    [Fact]
    public async Task A_running_function_comes_to_its_end_when_the_host_stops()
    {
        await using var stage = await StartAsync<TakesItsTime>();
        await (await QueueAsync(stage)).SendMessageAsync("hello");
        await Eventually.See(() => stage.Notes.Lines, lines => lines.Contains("begun"));

        await stage.DisposeAsync();

        Assert.Contains("ended", stage.Notes.Lines);
    }

    static Task<Stage> StartAsync<TFunctions>(string hostFile = PlainText, params string[] settings) =>
        Stage.StartAsync([typeof(TFunctions)], settings, hostFile: hostFile);

    static async Task<QueueClient> QueueAsync(Stage stage, string suffix = "")
    {
        var queue = new QueueClient(stage.Setting("AzureWebJobsStorage"), $"words{suffix}");
        await queue.CreateIfNotExistsAsync();
        return queue;
    }

    static async Task<string> PoisonedAsync(Stage stage)
    {
        var poison = await QueueAsync(stage, "-poison");
        var found = await Eventually.SeeAsync(async () => (await poison.PeekMessagesAsync()).Value, messages => messages.Length == 1);
        Assert.Equal(TimeSpan.FromDays(7), found[0].ExpiresOn - found[0].InsertedOn); // as Azure's own listener leaves it
        return found[0].MessageText;
    }
}

public sealed class Writes(Notebook notes)
{
    [Function("Take")]
    public void Take([QueueTrigger("%Queue%")] string message, FunctionContext context) =>
        notes.Write($"{message}, try {context.BindingContext.BindingData["DequeueCount"]}");
}

public sealed class Fails(Notebook notes)
{
    [Function("Take")]
    public void Take([QueueTrigger("%Queue%")] string message, int dequeueCount)
    {
        notes.Write($"{message}, try {dequeueCount}");
        throw new InvalidOperationException("on purpose");
    }
}

public sealed class CountsItsLike(Notebook notes)
{
    static int s_running;

    [Function("Take")]
    public async Task TakeAsync([QueueTrigger("%Queue%")] string message)
    {
        notes.Write($"{Interlocked.Increment(ref s_running)}");
        await Task.Delay(100);
        Interlocked.Decrement(ref s_running);
    }
}

public sealed class TakesItsTime(Notebook notes)
{
    [Function("Take")]
    public async Task TakeAsync([QueueTrigger("%Queue%")] string message)
    {
        notes.Write("begun");
        await Task.Delay(500);
        notes.Write("ended");
    }
}

public sealed class TakesTwo(Notebook notes)
{
    [Function("TakeHere")]
    public void TakeHere([QueueTrigger("%Queue%")] string message) => notes.Write(message);

    [Function("TakeThere")]
    public void TakeThere([QueueTrigger("words-b")] string message) => notes.Write(message);
}

public sealed class WaitsForLater(Notebook notes)
{
    [Function("Take")]
    public async Task TakeAsync([QueueTrigger("%Queue%")] string message)
    {
        if (message == "later")
        {
            notes.Write("later");
            return;
        }

        notes.Write("begun");
        await Eventually.See(() => notes.Lines, lines => lines.Contains("later"));
        notes.Write("ended");
    }
}

public sealed class BindsText(Notebook notes)
{
    public sealed record Person(string Name);

    [Function("Text")]
    public void Text([QueueTrigger("%Queue%")] string message) => notes.Write($"text {message}");

    [Function("Poco")]
    public void Poco([QueueTrigger("words-b")] Person message) => notes.Write($"object {message.Name}");
}

public sealed class ReadsValues(Notebook notes)
{
    [Function("Take")]
    public void Take([QueueTrigger("%Queue%")] string message, string id, long dequeueCount, FunctionContext context) =>
        notes.Write($"{id} {dequeueCount} {context.BindingContext.BindingData["queueTrigger"]}");
}
