using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Staff.Today;

/// <summary><c>/redaktion</c>: what needs a person, each line with a link to where it is done.</summary>
public sealed class ShowToday(IEnumerable<ToDoSource> sources, StaffArea staff)
{
    const string Route = "redaktion";
    public const string Path = "/" + Route;

    [Function(nameof(ShowToday))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        CancellationToken cancellation)
    {
        var parts = await Task.WhenAll(sources.OrderBy(source => source.Place).Select(source => LookAsync(source, cancellation)));
        return await staff.ShowAsync(new TodayModel(staff.FrameOf(request), [.. parts.Where(part => part.Lines.Count > 0)]));
    }

    /// <summary>What cannot be read hides nothing else.</summary>
    static async Task<(ToDoSource Kind, IReadOnlyList<ToDo> Lines)> LookAsync(ToDoSource source, CancellationToken cancellation)
    {
        try
        {
            return (source, await source.LookAsync(cancellation));
        }
        catch (Exception failure)
            when (!cancellation.IsCancellationRequested && (failure.IsStorageFailure() || failure is UnreadableException))
        {
            return (source with { IsTask = true }, [new("Das konnte gerade nicht gelesen werden.", "/redaktion/zustand")]);
        }
    }
}
