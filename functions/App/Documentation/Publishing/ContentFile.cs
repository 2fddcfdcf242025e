using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using AccessiblePdf.Model;
using ThaffFunctions.NotesReading;

namespace ThaffFunctions.Documentation.Publishing;

/// <summary>
/// The content of an edition as a JSON file, so that another document can include it even after the notes changed. Pictures are separate
/// files; a figure contains the name of its picture. A file exists as long as its edition, so <see cref="Read"/> must support every version
/// ever written.
/// </summary>
static class ContentFile
{
    /// <summary>Version 1 was a JSON array of blocks without a root object, and used the class names of that time.</summary>
    const int Version = 2;

    /// <summary>
    /// The names of types in the file, now and in version 1. Classes may be renamed, these names must not change: a test reads a file of
    /// each version that contains all properties.
    /// </summary>
    static readonly (Type Type, string Name, string First)[] Kinds =
    [
        (typeof(Heading), "heading", "Heading"), (typeof(Paragraph), "paragraph", "Paragraph"),
        (typeof(BulletList), "bullets", "BulletList"), (typeof(NumberedList), "numbers", "NumberedList"),
        (typeof(DefinitionList), "definitions", "DefinitionList"),
        (typeof(BlockQuote), "quote", "BlockQuote"), (typeof(CodeBlock), "code", "CodeBlock"), (typeof(Callout), "box", "Callout"),
        (typeof(Table), "table", "Table"), (typeof(Figure), "figure", "Figure"), (typeof(Chart), "chart", "Chart"),
        (typeof(PageBreak), "page-break", "PageBreak"), (typeof(ThematicBreak), "rule", "ThematicBreak"),
        (typeof(TextRun), "text", "TextRun"), (typeof(LineBreak), "line-break", "LineBreak"), (typeof(Link), "link", "Link"),
        (typeof(Reference), "reference", "Reference"), (typeof(Footnote), "footnote", "Footnote"),
        (typeof(Blank), "blank", "Blank"), (typeof(Formula), "formula", "Formula"), (typeof(FormulaText), "text", "FormulaText"),
        (typeof(FormulaRow), "row", "FormulaRow"), (typeof(FormulaFraction), "fraction", "FormulaFraction"),
        (typeof(FormulaRoot), "root", "FormulaRoot"), (typeof(FormulaScripts), "scripts", "FormulaScripts"),
        (typeof(FormulaFenced), "fenced", "FormulaFenced"), (typeof(FormulaMatrix), "matrix", "FormulaMatrix"),
    ];

    static readonly JsonSerializerOptions Current = OptionsOf(JsonNamingPolicy.CamelCase, "type", kind => kind.Name);

    static readonly JsonSerializerOptions First = OptionsOf(null, "$type", kind => kind.First);

    public static BinaryData Write(NotesContent content)
    {
        var names = content.Pictures.ToDictionary(picture => picture.Bytes, picture => Encoding.UTF8.GetBytes(picture.Name));
        var named = new BlockMap(block => block is Figure figure ? figure with { Image = names[figure.Image] } : block, inline => inline);
        return BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(new Stored(Version, named.Of(content.Blocks)), Current));
    }

    /// <summary>The blocks; the image of a figure is the name of its picture.</summary>
    public static IReadOnlyList<Block> Read(BinaryData file)
    {
        Dictionary<string, Footnote> footnotes = [];
        return new BlockMap(block => block, inline => inline is Footnote footnote ? Same(footnote) : inline).Of(BlocksIn(file));

        // JSON has no object identity: footnotes with equal text are treated as one footnote with several references
        Footnote Same(Footnote footnote)
        {
            var text = JsonSerializer.Serialize(footnote.Content, Current);
            return footnotes.TryGetValue(text, out var known) ? known : footnotes[text] = footnote;
        }
    }

    /// <summary>The name of the picture that a figure of <see cref="Read"/> shows.</summary>
    public static string PictureOf(Figure figure) => Encoding.UTF8.GetString(figure.Image.Span);

    static IReadOnlyList<Block> BlocksIn(BinaryData file)
    {
        if (file.ToMemory().Span.TrimStart((byte)' ') is [(byte)'[', ..]) return JsonSerializer.Deserialize<List<Block>>(file, First)!;

        var stored = JsonSerializer.Deserialize<Stored>(file, Current)!;
        return stored.Version == Version ? stored.Blocks : throw new NotSupportedException($"A content file of version {stored.Version}");
    }

    static JsonSerializerOptions OptionsOf(
        JsonNamingPolicy? naming, string discriminator, Func<(Type Type, string Name, string First), string> nameOf)
    {
        return new()
        {
            MaxDepth = 2000, // notes may contain a hundred nested lists, each of which is four levels of JSON
            PropertyNamingPolicy = naming,
            Converters = { new JsonStringEnumConverter(naming) }, // also reads enums as numbers, which version 1 wrote
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameKinds } },
        };

        void NameKinds(JsonTypeInfo type)
        {
            if (type.Type != typeof(Block) && type.Type != typeof(Inline) && type.Type != typeof(FormulaPart)) return;

            type.PolymorphismOptions = new() { TypeDiscriminatorPropertyName = discriminator };
            foreach (var kind in Kinds.Where(kind => kind.Type.IsSubclassOf(type.Type)))
                type.PolymorphismOptions.DerivedTypes.Add(new(kind.Type, nameOf(kind)));
        }
    }

    /// <summary>The root object of the file.</summary>
    sealed record Stored(int Version, IReadOnlyList<Block> Blocks);
}
