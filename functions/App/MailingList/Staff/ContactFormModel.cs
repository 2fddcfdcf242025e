using ThaffFunctions.MailingList.Contacts;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Staff;

namespace ThaffFunctions.MailingList.Staff;

/// <summary>The page of <see cref="EnterContact"/>.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Typed">What was typed.</param>
/// <param name="Topics">Focus topics to choose from, each with a key for the form.</param>
/// <param name="Problems">What is wrong.</param>
public sealed record ContactFormModel(
    StaffFrame Frame, ContactFields Typed, IReadOnlyList<(string Key, string Name)> Topics, FieldProblems Problems)
    : IModelOf<ContactFormPage>;
