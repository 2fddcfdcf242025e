using System.Text;
using System.Text.Json;

namespace ThaffFunctions.Shared.Storage;

/// <summary>
/// Event Grid's event about a blob. Delivery is at-least-once and unordered, so an event only names the blob; the handler reads the blob's
/// current state.
/// </summary>
/// <param name="Container">The container's name.</param>
/// <param name="Name">The blob's name, folders included.</param>
/// <param name="IsDeleted">The blob was removed; otherwise it was created or replaced.</param>
public sealed record BlobEvent(string Container, string Name, bool IsDeleted)
{
    const string SubjectStart = "/blobServices/default/containers/";
    const string BeforeName = "/blobs/";

    /// <summary>Reads a queue message: Event Grid's own schema, one object or an array of one, plain or base64 (both were seen).</summary>
    /// <exception cref="FormatException">It is nothing of that kind; the host retries and then sets the message aside.</exception>
    public static BlobEvent Parse(string message)
    {
        try
        {
            using var document = JsonDocument.Parse(message.TrimStart() is ['{' or '[', ..] ? message
                : Encoding.UTF8.GetString(Convert.FromBase64String(message)));
            var root = document.RootElement;
            return Read(root.ValueKind == JsonValueKind.Array && root.GetArrayLength() == 1 ? root[0] : root);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException("The message is not an event of Event Grid about a blob.", unreadable);
        }
    }

    static BlobEvent Read(JsonElement element)
    {
        var subject = element.GetProperty("subject").GetString() ?? "";
        var split = subject.IndexOf(BeforeName, StringComparison.Ordinal);
        if (!subject.StartsWith(SubjectStart, StringComparison.Ordinal) || split < SubjectStart.Length)
            throw new FormatException("The event's subject does not name a blob.");

        var type = element.GetProperty("eventType").GetString();
        return new(subject[SubjectStart.Length..split], subject[(split + BeforeName.Length)..], type == "Microsoft.Storage.BlobDeleted");
    }
}
