using Microsoft.Azure.Functions.Worker;

namespace ThaffFunctions.MailingList.Figures;

/// <summary>Every night: counts the list, for the page of the Redaktion that shows the figures.</summary>
public sealed class CountList(ListFiguresStore figures)
{
    [Function(nameof(CountList))]
    public Task Run([TimerTrigger("0 50 2 * * *")] TimerInfo timer, CancellationToken cancellation) => figures.CountAsync(cancellation);
}
