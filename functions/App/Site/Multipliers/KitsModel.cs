using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Site.Multipliers;

/// <summary>The page with all kits.</summary>
public sealed record KitsModel : IModelOf<KitsPage>;
