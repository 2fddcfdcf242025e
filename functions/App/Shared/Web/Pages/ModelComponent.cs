using Microsoft.AspNetCore.Components;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Shared.Web.Pages;

/// <summary>The base of pages and mails: they have one model and use no services.</summary>
public abstract class ModelComponent : BilingualComponent
{
    /// <summary>The operator's data, for headers and footers.</summary>
    [CascadingParameter] public required SiteOptions Site { get; set; }
}
