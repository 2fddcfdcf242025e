using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Campaigns.Staff.Announcements;

/// <summary>The page of <see cref="ComposeAnnouncement"/>.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Typed">What was typed.</param>
/// <param name="Sessions">Sessions for which people are registered to whom it can go.</param>
/// <param name="Topics">Focus topics, each with a key for the form.</param>
/// <param name="Problems">What is wrong.</param>
public sealed record AnnouncementFormModel(
    StaffFrame Frame, AnnouncementFields Typed, IReadOnlyList<Session> Sessions, IReadOnlyList<(string Key, string Name)> Topics,
    FieldProblems Problems) : IModelOf<AnnouncementFormPage>
{
    /// <summary>The one that is changed; null for a new one.</summary>
    public CampaignId? Id { get; init; }

    /// <summary>What is stored of the one that is changed.</summary>
    public AnnouncementFields? Stored { get; init; }

    /// <summary>What somebody else changed since the form was opened.</summary>
    public IReadOnlyList<(string Label, string Stored)> ChangedMeanwhile { get; init; } = [];

    /// <summary>Whether it was to go to people of a session to whom nobody can write (any more).</summary>
    public bool IsToNobody => Typed.Session is { Length: > 0 } && Sessions.All(one => one.Id != Typed.SessionId);

    public string Path => Id is null ? ComposeAnnouncement.Path : ComposeAnnouncement.PathOf(Id);
}
