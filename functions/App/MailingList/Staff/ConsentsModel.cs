using ThaffFunctions.MailingList.Consents;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Staff;

namespace ThaffFunctions.MailingList.Staff;

/// <summary>The page of <see cref="ProveConsents"/>.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Typed">The address as it was typed.</param>
/// <param name="Problems">What is wrong with it.</param>
public sealed record ConsentsModel(StaffFrame Frame, string Typed, FieldProblems Problems) : IModelOf<ConsentsPage>
{
    /// <summary>Whether an address was asked for.</summary>
    public bool IsAnswer { get; init; }

    /// <summary>What is known of it; null if nothing is.</summary>
    public ConsentProof? Proof { get; init; }
}
