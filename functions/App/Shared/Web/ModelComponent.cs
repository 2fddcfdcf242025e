using Microsoft.AspNetCore.Components;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Shared.Web;

/// <summary>A page or mail: one model, no services.</summary>
public abstract class ModelComponent : ComponentBase
{
    /// <summary>Who runs the site, for headers and footers.</summary>
    [CascadingParameter] public required SiteOptions Site { get; set; }
}
