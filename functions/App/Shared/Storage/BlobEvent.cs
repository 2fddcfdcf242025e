using System.Text;
using System.Text.Json;

namespace ThaffFunctions.Shared.Storage;

/// <summary>
/// An Event Grid event about a blob. Delivery is at-least-once and unordered, so an event only tells which blob to look at; the current
/// state of the blob counts.
/// </summary>
/// <param name="Container">The container's name.</param>
/// <param name="Name">The blob's name, folders included.</param>
/// <param name="IsDeleted">Whether the blob was deleted; otherwise it was created or replaced.</param>
sealed record BlobEvent(string Container, string Name, bool IsDeleted)
{
    const string SubjectStart = "/blobServices/default/containers/";
    const string BeforeName = "/blobs/";

    /// <summary>
    /// Reads a queue message in the Event Grid schema: one event or an array of one, as plain text or base64 (both occur).
    /// </summary>
    /// <exception cref="FormatException">The message has another format. The host retries it and then moves it to the poison
    /// queue.</exception>
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
