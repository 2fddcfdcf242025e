using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Site.About;

/// <summary>The imprint (Impressum). The postal address is <see cref="Shared.Hosting.OperatorContact.PostalAddress"/>.</summary>
public sealed record ImprintModel(AboutOptions About) : IModelOf<ImprintPage>;
