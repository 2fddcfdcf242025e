using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Site.About;

/// <summary>What the exchange is and how to register, in Leichte Sprache.</summary>
/// <param name="SeatsAreConfirmed">A seat that is not confirmed becomes free again.</param>
public sealed record EasyGermanModel(bool SeatsAreConfirmed) : IModelOf<EasyGermanPage>;
