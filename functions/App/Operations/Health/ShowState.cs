using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Mail.Sending;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Operations.Health;

/// <summary>
/// <c>/redaktion/zustand</c>: how everything the app depends on is doing. 503 when something is not well, so that a monitor can ask too.
/// </summary>
public sealed class ShowState(StorageState storage, MailState mail, IEnumerable<OperatorReminder> reminders, StaffArea staff)
{
    const string Route = "redaktion/zustand";
    public const string Path = "/" + Route;

    [Function(nameof(ShowState))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        CancellationToken cancellation)
    {
        var (stores, sending) = (storage.LookAsync(cancellation), mail.LookAsync(cancellation));
        var state = new StateModel(staff.FrameOf(request), [.. await stores, .. await sending],
            [.. reminders.Select(reminder => reminder()).OfType<string>()]);
        return await staff.ShowAsync(state, state.IsWell ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
