using System.Text.Json;
using System.Text.Json.Serialization;

namespace ThaffFunctions.LocalHost.Mail;

sealed record MailContent(string? Type, string? Value);
