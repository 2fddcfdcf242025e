using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Site.About;

/// <summary>Erklärung zur Barrierefreiheit.</summary>
public sealed record AccessibilityStatementModel(AboutOptions About) : IModelOf<AccessibilityStatementPage>;
