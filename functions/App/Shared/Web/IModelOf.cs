using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Shared.Web;

/// <summary>The record that a Razor component shows; names its component, so that the two cannot be mixed up.</summary>
public interface IModelOf<TComponent> where TComponent : ModelComponent;
