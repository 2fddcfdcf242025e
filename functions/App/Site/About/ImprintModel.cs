using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Site.About;

/// <summary>Impressum.</summary>
public sealed record ImprintModel(AboutOptions About) : IModelOf<ImprintPage>;
