using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Insights.Staff;

/// <summary>The page of <see cref="RecordInsight"/>.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Insight">The question or concern.</param>
/// <param name="Typed">What was typed.</param>
/// <param name="Problems">What is wrong.</param>
public sealed record InsightModel(StaffFrame Frame, Insight Insight, ProgressFields Typed, FieldProblems Problems) : IModelOf<InsightPage>;
