namespace ThaffFunctions.Shared.Links;

/// <summary>What a link allows; a token made for one purpose proves nothing for another.</summary>
public enum LinkPurpose : byte
{
    ManageRegistration = 1,
    ConfirmSubscription = 2,
    LeaveMailingList = 3,
}
