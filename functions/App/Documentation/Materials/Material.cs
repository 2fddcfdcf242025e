using System.Text.Json.Serialization;

namespace ThaffFunctions.Documentation.Materials;

/// <summary>A file that is published beside a documentation as it is.</summary>
/// <param name="Name">Its name, without folder.</param>
/// <param name="Bytes">Its size.</param>
public sealed record Material(string Name, long Bytes)
{
    [JsonIgnore] // the name tells it
    public MaterialKind Kind => MaterialKind.Of(Name)!;
}
