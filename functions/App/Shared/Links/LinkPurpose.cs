using ThaffFunctions.MailingList.Leaving;
using ThaffFunctions.MailingList.SigningUp;
using ThaffFunctions.Registration.Managing;

namespace ThaffFunctions.Shared.Links;

/// <summary>What a link allows. A token is valid for one purpose only.</summary>
public enum LinkPurpose : byte
{
    ManageRegistration = 1,
    ConfirmSubscription = 2,
    LeaveMailingList = 3,
    ChooseFromMailingList = 4,

    /// <summary>To post a form of the staff pages.</summary>
    StaffForm = 5,

    /// <summary>To show a member of staff a sentence about what they did.</summary>
    StaffStatus = 6,
}
