namespace ThaffFunctions.Shared.Links;

/// <summary>What a link allows. A token is valid for one purpose only.</summary>
public enum LinkPurpose : byte
{
    ManageRegistration = 1,
    ConfirmSubscription = 2,
    LeaveMailingList = 3,
    ChooseFromMailingList = 4,
}
