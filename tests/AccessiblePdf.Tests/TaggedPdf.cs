using System.Text;
using AccessiblePdf.Model;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace AccessiblePdf.Tests;

/// <summary>A PDF as a reading tool sees it: its logical structure with the text of each element.</summary>
sealed class TaggedPdf : IDisposable
{
    readonly PdfDocument document;
    readonly Dictionary<(int Page, int Mark), string> texts = [];
    readonly Dictionary<IndirectReference, int> pageNumbers = [];

    public TaggedPdf(byte[] bytes)
    {
        File = bytes;
        document = PdfDocument.Open(bytes);
        Pages = [.. document.GetPages()];
        foreach (var page in Pages)
        {
            foreach (var content in page.GetMarkedContents().SelectMany(WithKids).Where(content => content.MarkedContentIdentifier >= 0))
                texts[(page.Number, content.MarkedContentIdentifier)] = string.Concat(content.Letters.Select(letter => letter.Value));
        }
        Root = Read(Resolve(StructTreeRoot.Data["K"]), null);
    }

    public byte[] File { get; }

    public IReadOnlyList<Page> Pages { get; }

    public PdfNode Root { get; }

    public DictionaryToken Catalog => document.Structure.Catalog.CatalogDictionary;

    public DictionaryToken StructTreeRoot => (DictionaryToken)Resolve(Catalog.Data["StructTreeRoot"]);

    public IEnumerable<PdfNode> All => Root.All;

    public string Xmp => document.TryGetXmpMetadata(out var metadata) ? Encoding.UTF8.GetString(metadata.GetXmlBytes()) : "";

    public DocumentInformation Information => document.Information;

    public IReadOnlyList<string> Bookmarks =>
        document.TryGetBookmarks(out var bookmarks) ? [.. bookmarks.GetNodes().Select(node => $"{node.Level} {node.Title}")] : [];

    /// <summary>Writes a document and opens the result.</summary>
    public static TaggedPdf Of(AccessibleDocument source) => new(Bytes(source));

    public static TaggedPdf Of(params IReadOnlyList<Block> blocks) => Of(Samples.Of(blocks));

    public static byte[] Bytes(AccessibleDocument source)
    {
        using var output = new MemoryStream();
        PdfWriter.Write(source, output);
        return output.ToArray();
    }

    public void Dispose() => document.Dispose();

    public IToken Resolve(IToken token) =>
        token is IndirectReferenceToken reference ? Resolve(document.Structure.GetObject(reference.Data).Data) : token;

    public T? Get<T>(DictionaryToken dictionary, string key) where T : class, IToken =>
        dictionary.TryGet(NameToken.Create(key), out var token) ? Resolve(token) as T : null;

    public string? GetText(DictionaryToken dictionary, string key) =>
        dictionary.TryGet(NameToken.Create(key), out var token) ? Resolve(token) switch
        {
            StringToken text => text.Data,
            HexToken text => Encoding.BigEndianUnicode.GetString(text.Bytes)[1..],
            NameToken name => name.Data,
            _ => null,
        } : null;

    /// <summary>The page an entry Pg of the structure names; the parent tree's keys begin with the pages'.</summary>
    int PageOf(DictionaryToken reference)
    {
        var page = ((IndirectReferenceToken)reference.Data["Pg"]).Data;
        if (!pageNumbers.TryGetValue(page, out var number))
            pageNumbers[page] = number = Get<NumericToken>(Get<DictionaryToken>(reference, "Pg")!, "StructParents")!.Int + 1;
        return number;
    }

    public static IEnumerable<MarkedContentElement> WithKids(MarkedContentElement content) =>
        content.Children.SelectMany(WithKids).Prepend(content);

    PdfNode Read(IToken token, PdfNode? parent)
    {
        var element = (DictionaryToken)token;
        var node = new PdfNode(Get<NameToken>(element, "S")!.Data, element, parent);
        if (!element.TryGet(NameToken.Create("K"), out var kids)) return node;
        foreach (var kid in Resolve(kids) is ArrayToken array ? array.Data : [kids])
        {
            var resolved = (DictionaryToken)Resolve(kid);
            switch (Get<NameToken>(resolved, "Type")?.Data)
            {
                case "MCR":
                    var mark = (PageOf(resolved), Get<NumericToken>(resolved, "MCID")!.Int);
                    node.Add(mark, texts.GetValueOrDefault(mark, ""));
                    break;
                case "OBJR":
                    node.Annotations.Add(Get<DictionaryToken>(resolved, "Obj")!);
                    break;
                default:
                    node.Add(Read(resolved, node));
                    break;
            }
        }
        return node;
    }
}

/// <summary>An element of the logical structure.</summary>
sealed class PdfNode(string role, DictionaryToken dictionary, PdfNode? parent)
{
    readonly StringBuilder text = new();

    public string Role { get; } = role;

    public DictionaryToken Dictionary { get; } = dictionary;

    public PdfNode? Parent { get; } = parent;

    public List<PdfNode> Kids { get; } = [];

    public List<(int Page, int Mark)> Marks { get; } = [];

    public List<DictionaryToken> Annotations { get; } = [];

    /// <summary>The element's text in reading order, its kids' included.</summary>
    public string Text => text.ToString();

    public IEnumerable<PdfNode> All => Kids.SelectMany(kid => kid.All).Prepend(this);

    public IEnumerable<PdfNode> Below(string role) => All.Skip(1).Where(node => node.Role == role);

    public void Add(PdfNode kid)
    {
        Kids.Add(kid);
        text.Append(kid.Text);
    }

    public void Add((int Page, int Mark) mark, string content)
    {
        Marks.Add(mark);
        text.Append(content);
    }
}
