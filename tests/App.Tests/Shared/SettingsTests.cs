using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace ThaffFunctions.Tests.Shared;

public sealed class SettingsTests
{
    /// <summary>Read by the hosts and by OpenTelemetry, not by options of ours.</summary>
    static readonly string[] Standard = ["AzureWebJobsStorage", "DataStorage", "BackupStorage", "FUNCTIONS_REQUEST_BODY_SIZE_LIMIT", "OTEL_EXPORTER_OTLP_ENDPOINT"];

    [Fact]
    public void The_sample_names_every_setting_and_no_other()
    {
        var known = Standard.Concat(
            from options in typeof(ThaffFunctionsApp).Assembly.GetTypes()
            let section = options.GetField("Section", BindingFlags.Public | BindingFlags.Static)
            where section is not null
            from setting in SettingsOf(options, (string)section.GetRawConstantValue()!)
            select setting);

        Assert.Equal(known.Order(), Sample().Keys.Order());
    }

    static IEnumerable<string> SettingsOf(Type options, string section) =>
        from property in options.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.CanWrite
        from setting in property.IsDefined(typeof(ValidateObjectMembersAttribute))
            ? SettingsOf(property.PropertyType, $"{section}__{property.Name}") : [$"{section}__{property.Name}"]
        select setting;

    [Fact]
    public async Task The_app_runs_with_the_samples_values()
    {
        await using var stage = await Stage.OpenAsync();

        Assert.True((await stage.Http.GetAsync("/")).IsSuccessStatusCode);
    }

    [Theory]
    [InlineData("Secrets:LinkKeys", "", "LinkKeys")]
    [InlineData("Secrets:LinkKeys", "a=kurz", "LinkKeys")]
    [InlineData("Secrets:LinkKeys", "a=b2xkLWtleS1vbGQta2V5LW9sZC1rZXktb2xkLWtleTE=;a=bmV3LWtleS1uZXcta2V5LW5ldy1rZXktbmV3LWtleTE=",
        "LinkKeys")]
    [InlineData("Secrets:RowKey", "kein base64!", "RowKey")]
    [InlineData("Secrets:RowKey", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "RowKey")] // 43 characters without their =
    [InlineData("Site:Operator:Email", "niemand", "Operator.Email")]
    [InlineData("Site:AllowedOrigins", "https://www.agentur.example/", "AllowedOrigins")] // browsers send no slash
    [InlineData("Site:AllowedOrigins", "https://ok.example;www.agentur.example", "AllowedOrigins")]
    [InlineData("Site:AllowedOrigins", "https://ok.example;https://Agentur.example", "AllowedOrigins")]
    [InlineData("Site:AllowedOrigins", "*", "AllowedOrigins")]
    [InlineData("Site:StaffEmails", "redaktion", "StaffEmails")] // nobody would ever be told of anything
    [InlineData("Site:StaffEmails", "redaktion@thaff.example, zweite@thaff.example", "StaffEmails")]
    [InlineData("Site:StaffEmails", " ; ", "StaffEmails")]
    [InlineData("About:AccessibilityReviewedOn", "2026-13-41", "AccessibilityReviewedOn")]
    [InlineData("About:AccessibilityAnswerDays", "0", "AccessibilityAnswerDays")]
    [InlineData("About:EnforcementBody", "", "EnforcementBody")]
    [InlineData("Registration:LegalBasis", "Einwilligung", "LegalBasis")]
    [InlineData("Registration:PersonsPerAddress", "0", "PersonsPerAddress")]
    [InlineData("MailLimits:PerUnconfirmedAddressAndDay", "501", "PerUnconfirmedAddressAndDay")] // more cannot be counted
    [InlineData("Campaigns:FollowUpDays", "90", "Campaigns:FollowUpDays")] // registrations are erased after 90 days
    [InlineData("Registration:RetentionDays", "60", "Registration:RetentionDays")]
    [InlineData("Registration:ManageLinkDays", "91", "Registration:ManageLinkDays")]
    [InlineData("Site:FrameAncestors", "https://www.agentur.example; script-src *", "FrameAncestors")]
    public async Task A_wrong_setting_stops_the_start_and_names_itself(string setting, string value, string named)
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => Stage.OpenAsync(settings: new() { [setting] = value }));

        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
    }

    static Dictionary<string, string> Sample()
    {
        var file = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "local.settings.sample.json"));
        using var json = JsonDocument.Parse(file, new() { CommentHandling = JsonCommentHandling.Skip });
        return json.RootElement.GetProperty("Values").EnumerateObject().ToDictionary(value => value.Name,
            value => value.Value.GetString()!);
    }
}
