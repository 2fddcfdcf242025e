using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Shared.Web.Files;

namespace ThaffFunctions.Staff;

/// <summary>Serves the script that helps with forms for files.</summary>
public sealed class ShowUploadScript
{
    const string Route = "redaktion/hochladen.js";

    static readonly Asset Script = Asset.Of("hochladen.js", "text/javascript; charset=utf-8");

    /// <summary>Its address on pages.</summary>
    public static readonly string Path = Script.AddressAt("/" + Route);

    [Function(nameof(ShowUploadScript))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request) =>
        Script.ServeTo(request, "private");
}
