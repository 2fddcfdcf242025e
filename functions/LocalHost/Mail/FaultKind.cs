using System.Text.Json.Serialization;

namespace ThaffFunctions.LocalHost.Mail;

/// <summary>What goes wrong.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FaultKind>))]
enum FaultKind
{
    /// <summary>Too many requests; the reset header says when to come again.</summary>
    [JsonStringEnumMemberName("429")]
    TooManyRequests,

    /// <summary>An error of SendGrid's own.</summary>
    [JsonStringEnumMemberName("500")]
    ServerError,

    /// <summary>No answer, and the mail isn't taken.</summary>
    [JsonStringEnumMemberName("timeoutBefore")]
    TimeoutBefore,

    /// <summary>No answer, though the mail is taken.</summary>
    [JsonStringEnumMemberName("timeoutAfter")]
    TimeoutAfter,

    /// <summary>The connection is cut before the mail is taken.</summary>
    [JsonStringEnumMemberName("cut")]
    Cut,

    /// <summary>The mail is taken, but no event tells of it.</summary>
    [JsonStringEnumMemberName("noEvents")]
    NoEvents,
}
