using System.Text.Json;
using System.Text.Json.Serialization;

namespace ThaffFunctions.LocalHost.Mail;

sealed record MailAddress(string? Email, string? Name);
