using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Site.About;

/// <summary>The imprint (Impressum). The postal address is <see cref="Shared.Hosting.SiteOptions.OperatorAddress"/>.</summary>
public sealed record ImprintModel(AboutOptions About) : IModelOf<ImprintPage>;
