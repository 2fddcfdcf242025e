using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Shared.Web.Forms;

/// <summary>
/// The posted fields as text by name, from urlencoded or multipart forms or from a JSON object. JSON booleans are read as <c>true</c> or an
/// empty text, JSON numbers as written. Unknown fields are ignored, files unless they are asked for.
/// </summary>
public sealed class FormBody
{
    public const int MaxBytes = 64 * 1024;

    static readonly Bilingual Unreadable = new("Die Anfrage ist unvollständig oder fehlerhaft und konnte nicht gelesen werden.",
        "The request is incomplete or malformed and could not be read.");

    static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    readonly Dictionary<string, string> fields;

    FormBody(bool isJson, Dictionary<string, string> fields) => (IsJson, this.fields) = (isJson, fields);

    /// <summary>Whether the client posted JSON and expects JSON as answer.</summary>
    public bool IsJson { get; }

    public string this[string name] => fields.GetValueOrDefault(name, "");

    /// <summary>Whether the field that people cannot see is filled in.</summary>
    public bool IsFromRobot => this[Honeypot.Field].Length > 0;

    /// <summary>The files that were chosen.</summary>
    public IReadOnlyList<IFormFile> Files { get; private init; } = [];

    /// <summary>Whether a checkbox is checked.</summary>
    public bool Has(string name) => this[name].Trim().ToLowerInvariant() is "true" or "on" or "1" or "ja" or "yes";

    /// <summary>The values of a field with several choices; they are keys without commas, so they are joined by commas.</summary>
    public IReadOnlyList<string> List(string name) =>
        this[name].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <param name="request">The request; its body can be read only once.</param>
    /// <param name="lists">The fields that may occur several times. Any other repeated field is refused, because it would be
    /// ambiguous.</param>
    /// <returns>The fields, or a refusal with status and sentence: 413 for more than 64 KiB, 415 for other media types, 400 for a
    /// body that cannot be read.</returns>
    public static async Task<(FormBody? Body, Refusal? Refusal)> ReadAsync(HttpRequest request, CancellationToken cancellation,
        params string[] lists)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || KindOf(type) is not { } kind)
            return (null, new(StatusCodes.Status415UnsupportedMediaType,
                new("Erwartet wird ein Formular oder JSON (application/json).", "A form or JSON (application/json) is expected."),
                IsForm: false));
        if (await RequestBytes.ReadAsync(request, MaxBytes, cancellation) is not { } bytes)
            return (null, new(StatusCodes.Status413PayloadTooLarge,
                new("Die Anfrage ist zu groß; höchstens 64 KiB sind möglich.", "The request is too large; at most 64 KiB are possible."),
                kind != Kind.Json));

        try
        {
            var fields = kind switch
            {
                Kind.Json => ReadJson(bytes, lists),
                Kind.Multipart => Joined(await ReadPartsAsync(request, bytes, cancellation), lists),
                _ => Joined(UrlEncoded.Read(bytes), lists),
            };
            return (new(kind == Kind.Json, fields), null);
        }
        catch (Exception broken) when (broken is JsonException or InvalidDataException or InvalidOperationException or IOException
            or NotSupportedException)
        {
            return (null, new(StatusCodes.Status400BadRequest,
                Unreadable, kind != Kind.Json));
        }
    }

    /// <summary>The fields of a form as they were posted, to be posted again.</summary>
    /// <returns>null for anything that is no form of at most 64 KiB.</returns>
    public static async Task<IReadOnlyList<(string Name, string Value)>?> ReadPairsAsync(
        HttpRequest request, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || KindOf(type) is not { } kind || kind == Kind.Json
            || await RequestBytes.ReadAsync(request, MaxBytes, cancellation) is not { } bytes) return null;

        try
        {
            return [.. kind == Kind.Multipart ? await ReadPartsAsync(request, bytes, cancellation) : UrlEncoded.Read(bytes)];
        }
        catch (Exception broken) when (broken is InvalidDataException or InvalidOperationException or IOException)
        {
            return null;
        }
    }

    /// <summary>Reads a form with files (multipart), which lie on disk while the request lasts; other forms as <see cref="ReadAsync"/>.</summary>
    /// <returns>As <see cref="ReadAsync"/>; 413 for more than <see cref="UploadLimit"/>.</returns>
    public static async Task<(FormBody? Body, Refusal? Refusal)> ReadWithFilesAsync(HttpRequest request, CancellationToken cancellation,
        params string[] lists)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || KindOf(type) != Kind.Multipart)
            return await ReadAsync(request, cancellation, lists);
        if (request.ContentLength > UploadLimit.Bytes)
        {
            await request.Body.CopyToAsync(Stream.Null, cancellation); // browsers show no answer before they have sent everything
            return (null, new(StatusCodes.Status413PayloadTooLarge,
                new($"Das ist zu groß; höchstens {UploadLimit.Megabytes} MB auf einmal sind möglich.",
                    $"This is too large; at most {UploadLimit.Megabytes} MB at once are possible."), IsForm: true));
        }

        try
        {
            var limits = new FormOptions { ValueCountLimit = 1000, MultipartBodyLengthLimit = UploadLimit.Bytes };
            var form = await new FormFeature(request, limits).ReadFormAsync(cancellation);
            var fields = Joined(form.SelectMany(field => field.Value, (field, value) => (field.Key, value ?? "")), lists);
            return (new(isJson: false, fields) { Files = [.. form.Files.Where(file => file.FileName.Length > 0)] }, null);
        }
        catch (Exception broken) when (broken is InvalidDataException or InvalidOperationException or IOException)
        {
            return (null, new(StatusCodes.Status400BadRequest,
                Unreadable, IsForm: true));
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

    static Dictionary<string, string> ReadJson(ReadOnlyMemory<byte> bytes, string[] lists)
    {
        // some clients send a byte order mark (RFC 8259, 8.1)
        if (bytes.Span is [0xEF, 0xBB, 0xBF, ..]) bytes = bytes[3..];
        using var document = JsonDocument.Parse(bytes, Strict);
        if (document.RootElement.ValueKind != JsonValueKind.Object) throw new JsonException("not an object");

        var fields = new Dictionary<string, string>();
        foreach (var property in document.RootElement.EnumerateObject())
        {
            var value = property.Value;
            fields[property.Name] = lists.Contains(property.Name) && value.ValueKind == JsonValueKind.Array
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

    static Dictionary<string, string> Joined(IEnumerable<(string Name, string Value)> given, string[] lists)
    {
        var fields = given.GroupBy(field => field.Name, field => field.Value).ToDictionary(field => field.Key, field => field.ToList());
        return fields.Any(field => field.Value.Count > 1 && !lists.Contains(field.Key))
            ? throw new InvalidDataException("a field is given several times")
            : fields.ToDictionary(field => field.Key, field => string.Join(',', field.Value));
    }
}
