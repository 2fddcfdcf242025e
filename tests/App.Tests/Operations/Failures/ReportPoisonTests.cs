using System.Collections.Concurrent;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Tests.Operations.Failures;

public sealed class ReportPoisonTests
{
    [Fact]
    public async Task Staff_hear_once_a_day_of_messages_that_were_given_up()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.FireAsync("ReportPoison");
        Assert.Empty(await stage.MailsAsync());
        var poison = stage.Service<QueueServiceClient>().GetQueueClient(Queues.Publications + "-poison");
        await poison.CreateAsync();
        await poison.SendMessageAsync("2026-10-x");

        for (var n = 0; n < 3; n++) await stage.FireAsync("ReportPoison");
        var mail = await Stage.EventuallyAsync(async () => (await stage.MailsAsync()) is [var first, ..] ? first : null);
        Assert.Contains("publications-poison: 1", mail.Text, StringComparison.Ordinal);

        stage.Clock.Advance(TimeSpan.FromDays(1));
        await stage.FireAsync("ReportPoison");
        await Stage.EventuallyAsync(async () => (await stage.MailsAsync()).Count == 2);
    }

    [Fact]
    public async Task The_length_of_every_queue_is_logged_in_the_words_the_alerts_look_for()
    {
        var lines = new Lines();
        await using var stage = await Stage.OpenAsync(replace: services => services.AddSingleton<ILoggerProvider>(lines));
        var poison = stage.Service<QueueServiceClient>().GetQueueClient(Queues.Publications + Queues.Poison);
        await poison.CreateIfNotExistsAsync();
        await poison.SendMessageAsync("2026-10-x");
        await poison.SendMessageAsync("2026-10-y");

        await stage.FireAsync("ReportPoison");

        Assert.Contains("publications-poison holds 2 messages", lines.Written);
        foreach (var queue in Queues.All.Split(';')) Assert.Contains($"{queue} holds 0 messages", lines.Written);
    }

    /// <summary>What the app logged, as it would read in Azure.</summary>
    sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Written { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            Written.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
