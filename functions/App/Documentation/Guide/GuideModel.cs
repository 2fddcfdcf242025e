using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Documentation.Guide;

/// <summary>A page of the guide.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Chapter">The chapter shown.</param>
/// <param name="Chapters">All chapters.</param>
public sealed record GuideModel(StaffFrame Frame, GuideChapter Chapter, IReadOnlyList<GuideChapter> Chapters) : IModelOf<GuidePage>;
