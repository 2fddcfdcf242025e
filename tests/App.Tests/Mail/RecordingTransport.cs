using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Sending;

namespace ThaffFunctions.Tests.Mail;

/// <summary>A mail service that keeps what it is given and answers as a test says.</summary>
sealed class RecordingTransport(Func<SendOutcome>? answer = null) : IMailTransport
{
    readonly ConcurrentQueue<MailRequest> requests = new();

    public IReadOnlyList<MailRequest> Requests => [.. requests];

    public Task<SendOutcome> SendAsync(MailRequest request)
    {
        requests.Enqueue(request);
        return Task.FromResult(answer?.Invoke() ?? new SendOutcome.Accepted(null));
    }

    public void Replace(IServiceCollection services) => services.AddSingleton<IMailTransport>(this);
}
