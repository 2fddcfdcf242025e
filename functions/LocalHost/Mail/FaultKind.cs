using System.Text.Json.Serialization;

namespace ThaffFunctions.LocalHost.Mail;

/// <summary>The kinds of faults that can be injected.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FaultKind>))]
enum FaultKind
{
    /// <summary>Status 429; the reset header says when to retry.</summary>
    [JsonStringEnumMemberName("429")]
    TooManyRequests,

    /// <summary>Status 500, an internal error of SendGrid.</summary>
    [JsonStringEnumMemberName("500")]
    ServerError,

    /// <summary>No answer, and the mail isn't accepted.</summary>
    [JsonStringEnumMemberName("timeoutBefore")]
    TimeoutBefore,

    /// <summary>No answer, but the mail is accepted.</summary>
    [JsonStringEnumMemberName("timeoutAfter")]
    TimeoutAfter,

    /// <summary>The connection is closed before the mail is accepted.</summary>
    [JsonStringEnumMemberName("cut")]
    Cut,

    /// <summary>The mail is accepted, but no event is sent for it.</summary>
    [JsonStringEnumMemberName("noEvents")]
    NoEvents,
}
