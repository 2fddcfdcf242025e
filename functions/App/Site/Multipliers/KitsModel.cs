using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Site.Multipliers;

/// <summary>The page with all kits.</summary>
public sealed record KitsModel : IModelOf<KitsPage>;
