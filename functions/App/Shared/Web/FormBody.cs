using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace ThaffFunctions.Shared.Web;

/// <summary>
/// What somebody posted, as text by field name, whichever way it came: urlencoded, multipart or a JSON object. Booleans of JSON
/// read as <c>true</c> and nothing, numbers as they are written. Fields nobody asks for, and files, are ignored.
/// </summary>
public sealed class FormBody
{
    public const int MaxBytes = 64 * 1024;

    static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    readonly Dictionary<string, string> fields;

    FormBody(bool isJson, Dictionary<string, string> fields) => (IsJson, this.fields) = (isJson, fields);

    /// <summary>Who posts JSON is answered in JSON.</summary>
    public bool IsJson { get; }

    public string this[string name] => fields.GetValueOrDefault(name, "");

    /// <summary>A ticked box.</summary>
    public bool Has(string name) => this[name].Trim().ToLowerInvariant() is "true" or "on" or "1" or "ja" or "yes";

    /// <summary>The choices of a field that takes several; keys only, so that a comma parts them.</summary>
    public IReadOnlyList<string> List(string name) =>
        this[name].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <param name="request">Its body is read, once.</param>
    /// <param name="cancellation">Gives up reading.</param>
    /// <param name="list">The one field that may be given several times; with any other that is a request nobody can read for sure.</param>
    /// <returns>The fields, or the status and German sentence to refuse with: 413 over 64 KiB, 415 for other media types, 400 for what
    /// cannot be read.</returns>
    public static async Task<(FormBody? Body, Refusal? Refusal)> ReadAsync(HttpRequest request, CancellationToken cancellation,
        string? list = null)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || KindOf(type) is not { } kind)
            return (null, new(StatusCodes.Status415UnsupportedMediaType, "Erwartet wird ein Formular oder JSON (application/json).",
                IsForm: false));
        if (await RequestBytes.ReadAsync(request, MaxBytes, cancellation) is not { } bytes)
            return (null, new(StatusCodes.Status413PayloadTooLarge, "Die Anfrage ist zu groß; höchstens 64 KiB sind möglich.",
                kind != Kind.Json));

        try
        {
            var fields = kind switch
            {
                Kind.Json => ReadJson(bytes, list),
                Kind.Multipart => Joined(await ReadPartsAsync(request, bytes, cancellation), list),
                _ => Joined(UrlEncoded.Read(bytes), list),
            };
            return (new(kind == Kind.Json, fields), null);
        }
        catch (Exception broken) when (broken is JsonException or InvalidDataException or InvalidOperationException or IOException
            or NotSupportedException)
        {
            return (null, new(StatusCodes.Status400BadRequest,
                "Die Anfrage ist unvollständig oder fehlerhaft und konnte nicht gelesen werden.", kind != Kind.Json));
        }
    }

    enum Kind { Json, UrlEncoded, Multipart }

    static Kind? KindOf(MediaTypeHeaderValue type) => type.MediaType.Value?.ToLowerInvariant() switch
    {
        "application/json" => Kind.Json,
        "application/x-www-form-urlencoded" => Kind.UrlEncoded,
        "multipart/form-data" => Kind.Multipart,
        _ => null,
    };

    static Dictionary<string, string> ReadJson(ReadOnlyMemory<byte> bytes, string? list)
    {
        // a byte order mark, which some programs cannot help writing (RFC 8259, 8.1)
        if (bytes.Span is [0xEF, 0xBB, 0xBF, ..]) bytes = bytes[3..];
        using var document = JsonDocument.Parse(bytes, Strict);
        if (document.RootElement.ValueKind != JsonValueKind.Object) throw new JsonException("not an object");

        var fields = new Dictionary<string, string>();
        foreach (var property in document.RootElement.EnumerateObject())
        {
            var value = property.Value;
            fields[property.Name] = property.Name == list && value.ValueKind == JsonValueKind.Array
                ? string.Join(',', value.EnumerateArray().Select(Text)) : Text(value);
        }

        return fields;
    }

    static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True => "true",
        JsonValueKind.False or JsonValueKind.Null => "",
        JsonValueKind.Number => value.GetRawText(),
        _ => throw new JsonException("neither a text nor a list of texts where one is asked for"),
    };

    static async Task<IEnumerable<(string Name, string Value)>> ReadPartsAsync(HttpRequest request, byte[] bytes,
        CancellationToken cancellation)
    {
        request.Body = new MemoryStream(bytes, writable: false);
        var form = await new FormFeature(request, new FormOptions { ValueCountLimit = 200 }).ReadFormAsync(cancellation);
        return form.SelectMany(field => field.Value, (field, value) => (field.Key, value ?? ""));
    }

    static Dictionary<string, string> Joined(IEnumerable<(string Name, string Value)> given, string? list)
    {
        var fields = given.GroupBy(field => field.Name, field => field.Value).ToDictionary(field => field.Key, field => field.ToList());
        return fields.Any(field => field.Value.Count > 1 && field.Key != list)
            ? throw new InvalidDataException("a field is given several times")
            : fields.ToDictionary(field => field.Key, field => string.Join(',', field.Value));
    }
}
