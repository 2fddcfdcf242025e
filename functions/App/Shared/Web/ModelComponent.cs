using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Shared.Web;

/// <summary>A page or mail: one model, no services.</summary>
public abstract class ModelComponent : ComponentBase
{
    /// <summary>Who runs the site, for headers and footers.</summary>
    [CascadingParameter] public required SiteOptions Site { get; set; }
}
