using System.Text.Json.Serialization;

namespace ThaffFunctions.Shared;

/// <summary>What something stored is to the person it is about, in the order in which they are told of it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PersonalRecordKind>))]
public enum PersonalRecordKind
{
    Registration,
    MailingList,
    Mail,

    /// <summary>A text that names the person.</summary>
    Text,

    /// <summary>Limits, indexes and whatever else says nothing that does not stand elsewhere.</summary>
    Technical,
}
