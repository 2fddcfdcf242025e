using ThaffFunctions.Shared.Web;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Staff;

/// <summary>A message to staff; its page leads on within the Redaktion.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Message">What it says. Of its links only those to pages of the Redaktion are shown.</param>
public sealed record StaffMessageModel(StaffFrame Frame, Message Message) : IModelOf<StaffMessagePage>
{
    public IEnumerable<(string Address, string Text)> Links =>
    [
        .. Message.Links.Where(link => link.Address.StartsWith(StaffOnly.Area + "/", StringComparison.Ordinal)),
        .. new[] { Frame.Here, Frame.Start }.OfType<StaffEntry>().Distinct().Select(entry => (entry.Path, entry.Name)),
    ];
}
