using ThaffFunctions.MailingList.Choosing;
using ThaffFunctions.MailingList.Contacts;
using ThaffFunctions.MailingList.Figures;
using ThaffFunctions.MailingList.Import;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Staff;

namespace ThaffFunctions.MailingList.Staff;

/// <summary>The page of <see cref="FindSubscriber"/>.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Typed">The address as it was typed.</param>
/// <param name="Figures">How many are on the list; null if nobody counted yet.</param>
/// <param name="Reports">Lists of contacts that were read lately.</param>
/// <param name="Problems">What is wrong.</param>
public sealed record ListModel(
    StaffFrame Frame, string Typed, ListFigures? Figures, IReadOnlyList<ContactReport> Reports, FieldProblems Problems)
    : IModelOf<ListPage>
{
    /// <summary>What is known of the address; null as long as nobody asked.</summary>
    public FoundSubscriber? Found { get; init; }

    /// <summary>Focus topics to choose from, each with a key for the form.</summary>
    public IReadOnlyList<(string Key, string Name)> Topics { get; init; } = [];

    /// <summary>The choice that was posted and not taken; null: the form has what is stored.</summary>
    public Preferences? Chosen { get; init; }

    /// <summary>The language that was posted with it.</summary>
    public Language? ChosenLanguage { get; init; }

    /// <summary>What somebody else changed of it since the form was opened.</summary>
    public IReadOnlyList<(string Label, string Stored)> ChangedMeanwhile { get; init; } = [];

    /// <summary>The name and the organisation that were posted and not taken; null: the form has what is stored.</summary>
    public Contact? Contact { get; init; }

    /// <summary>What somebody else changed of these since the form was opened.</summary>
    public IReadOnlyList<(string Label, string Stored)> ContactChangedMeanwhile { get; init; } = [];

    /// <summary>The field with what the form of the contact was filled with.</summary>
    public const string ContactVersion = "kontaktstand";

    /// <summary>The reason that was typed for lifting.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Whether the box was ticked that confirms that the person wants to leave.</summary>
    public bool IsSure { get; init; }
}
