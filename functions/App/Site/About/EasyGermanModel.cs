using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Site.About;

/// <summary>What the exchange is and how to register, in Leichte Sprache.</summary>
public sealed record EasyGermanModel : IModelOf<EasyGermanPage>;
