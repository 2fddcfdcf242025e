using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Site.About;

/// <summary>The accessibility statement (Erklärung zur Barrierefreiheit).</summary>
public sealed record AccessibilityStatementModel(AboutOptions About) : IModelOf<AccessibilityStatementPage>;
