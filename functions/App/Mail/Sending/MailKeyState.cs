using System.Text.Json;
using SendGrid;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Mail.Sending;

/// <summary>Whether SendGrid answers and the key may send mail, erase recipients' data, and nothing else (GET /v3/scopes).</summary>
public sealed class MailKeyState(ISendGridClient client)
{
    public const string Name = "Maildienst";

    /// <summary>What every key may do besides, whatever it was made for.</summary>
    static readonly string[] Harmless = ["sender_verification_eligible", "sender_verification_legacy", "sender_verification_exempt",
        "2fa_required", "2fa_exempt"];

    public Task<PartState> LookAsync(CancellationToken cancellation) => PartState.OfAsync(Name, async limit =>
    {
        var answer = await client.RequestAsync(BaseClient.Method.GET, urlPath: "scopes", cancellationToken: limit);
        if ((int)answer.StatusCode != 200)
            return new(Name, false, SendGridWords.OfFault((int)answer.StatusCode));

        return Judge(Scopes(await answer.Body.ReadAsStringAsync(limit)));
    }, cancellation);

    static PartState Judge(IReadOnlyList<string> scopes)
    {
        if (!scopes.Contains("mail.send")) return new(Name, false, "Der Schlüssel darf keine E-Mails senden (Recht „mail.send“ fehlt).");

        var erases = scopes.Contains("recipients.erasejob.create");
        var more = scopes.Count(scope => !scope.StartsWith("mail.", StringComparison.Ordinal)
            && !scope.StartsWith("recipients.erasejob.", StringComparison.Ordinal) && !Harmless.Contains(scope));
        return more > 0
            ? new(Name, false, $"Der Schlüssel darf mehr als E-Mails senden ({more} weitere Rechte): Bitte durch einen eingeschränkten "
            + "ersetzen.")
            : new(Name, true, erases
                ? "Der Schlüssel darf E-Mails senden, Daten von Empfänger*innen löschen und sonst nichts."
                : "Der Schlüssel darf E-Mails senden und sonst nichts.");
    }

    static List<string> Scopes(string body)
    {
        using var json = JsonDocument.Parse(body);
        return [.. json.RootElement.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString() ?? "")];
    }
}
