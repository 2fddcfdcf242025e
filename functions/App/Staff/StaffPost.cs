using ThaffFunctions.Shared.Web.Forms;

namespace ThaffFunctions.Staff;

/// <summary>A form that a member of staff posted.</summary>
/// <param name="Body">What was typed.</param>
/// <param name="Frame">The frame of the page that answers.</param>
public sealed record StaffPost(FormBody Body, StaffFrame Frame)
{
    /// <summary>What is wrong. As long as there is something, the form is shown again.</summary>
    public FieldProblems Problems { get; } = new();

    public StaffMember Member => Frame.Member;

    public string this[string field] => Body[field];
}
