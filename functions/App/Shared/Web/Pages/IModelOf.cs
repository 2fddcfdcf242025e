namespace ThaffFunctions.Shared.Web.Pages;

/// <summary>The model of a Razor component; the type parameter names the component, so that the two cannot be mixed up.</summary>
public interface IModelOf<TComponent> where TComponent : ModelComponent;
