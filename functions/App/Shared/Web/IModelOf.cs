namespace ThaffFunctions.Shared.Web;

/// <summary>The record that a Razor component shows; names its component, so that the two cannot be mixed up.</summary>
public interface IModelOf<TComponent> where TComponent : ModelComponent;
