using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Shared.Web.Forms;

namespace ThaffFunctions.Staff.Today;

/// <summary>Collects what the start page shows.</summary>
public sealed class TodayPages(IEnumerable<ToDoSource> sources)
{
    public async Task<TodayModel> PageAsync(StaffFrame frame, FieldProblems problems, CancellationToken cancellation)
    {
        var parts = await Task.WhenAll(sources.OrderBy(source => source.Place).Select(source => LookAsync(source, cancellation)));
        return new(frame, [.. parts.Where(part => part.Lines.Count > 0)], problems);
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
