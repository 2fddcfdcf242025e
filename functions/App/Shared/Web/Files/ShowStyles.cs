using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ThaffFunctions.Shared.Web.Files;

/// <summary>Serves the style sheet.</summary>
public sealed class ShowStyles
{
    const string Route = "assets/site.css";

    static readonly Asset Css = Asset.Of("site.css", "text/css; charset=utf-8");

    /// <summary>Its address on pages.</summary>
    public static readonly string Path = Css.AddressAt("/" + Route);

    [Function(nameof(ShowStyles))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request) =>
        Css.ServeTo(request, "public");
}
