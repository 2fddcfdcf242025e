using System.Net.Http.Json;
using ThaffFunctions.Registration;

namespace ThaffFunctions.Tests.Registration;

/// <summary>Somebody who fills in the form.</summary>
public sealed record Person(string FirstName, string LastName, string Email)
{
    public static readonly Person Ada = new("Ada", "Löwe", "ada@werkstatt.example");
    public static readonly Person Bo = new("Bo", "O’Neill", "bo@pflege.example");
    public static readonly Person Cem = new("Cem", "Yıldız-Straße", "cem+kurs@bau.example");

    public Dictionary<string, string> Form(string session) => new()
    {
        ["session"] = session,
        ["firstName"] = FirstName,
        ["lastName"] = LastName,
        ["email"] = Email,
        ["company"] = "Werkstatt Löwe GmbH & Co. KG",
        ["sector"] = "handwerk",
        ["region"] = "erfurt",
    };
}

static class Registering
{
    /// <summary>Waits until no application from a known address is left to be settled.</summary>
    public static Task SettledAsync(this Stage stage) => Stage.EventuallyAsync(async () =>
        !await stage.Service<RegistrationStore>().ApplicationsAsync(TestSessions.October.Id, default).AnyAsync());

    public static Task<HttpResponseMessage> RegisterAsync(this Stage stage, Person person, string? session = null,
        params (string Field, string Value)[] changes)
    {
        var form = person.Form(session ?? TestSessions.October.Id.Value);
        foreach (var (field, value) in changes) form[field] = value;
        return stage.Http.PostAsJsonAsync("/api/registrations", form);
    }

    public static Task<HttpResponseMessage> PostFormAsync(this Stage stage, Person person, string? session = null,
        params (string Field, string Value)[] changes)
    {
        var form = person.Form(session ?? TestSessions.October.Id.Value);
        foreach (var (field, value) in changes) form[field] = value;
        return stage.Http.PostAsync("/api/registrations", new FormUrlEncodedContent(form));
    }
}
