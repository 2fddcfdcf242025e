using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AccessiblePdf.Model;
using ThaffFunctions.NotesReading;

namespace ThaffFunctions.Documentation.Publishing;

/// <summary>
/// The content of an edition as a file, so that it can be set again in another document even after its notes changed. Pictures lie beside
/// it; a figure names the one it shows.
/// </summary>
static class ContentFile
{
    static readonly JsonSerializerOptions Options = new()
    {
        MaxDepth = 2000, // notes may hold a hundred lists one in the other, and a list is four levels here
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameKinds } },
    };

    public static BinaryData Write(NotesContent content)
    {
        var names = content.Pictures.ToDictionary(picture => picture.Bytes, picture => Encoding.UTF8.GetBytes(picture.Name));
        var named = new BlockMap(block => block is Figure figure ? figure with { Image = names[figure.Image] } : block, inline => inline);
        return BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(named.Of(content.Blocks), Options));
    }

    /// <summary>The blocks; their figures have names for images.</summary>
    public static IReadOnlyList<Block> Read(BinaryData file)
    {
        Dictionary<string, Footnote> notes = [];
        return new BlockMap(block => block, inline => inline is Footnote note ? Same(note) : inline).Of(JsonSerializer.Deserialize<List<Block>>(file, Options)!);

        // a file knows no objects: notes that say the same are one
        Footnote Same(Footnote note)
        {
            var text = JsonSerializer.Serialize(note.Content, Options);
            return notes.TryGetValue(text, out var known) ? known : notes[text] = note;
        }
    }

    /// <summary>The name of the picture that a figure of <see cref="Read"/> shows.</summary>
    public static string PictureOf(Figure figure) => Encoding.UTF8.GetString(figure.Image.Span);

    /// <summary>Writes beside each block and inline what kind it is.</summary>
    static void NameKinds(JsonTypeInfo type)
    {
        if (type.Type != typeof(Block) && type.Type != typeof(Inline)) return;

        type.PolymorphismOptions = new();
        foreach (var kind in type.Type.Assembly.GetTypes().Where(kind => kind.IsSubclassOf(type.Type))) type.PolymorphismOptions.DerivedTypes.Add(new(kind, kind.Name));
    }
}
