namespace ThaffFunctions.LocalHost.Mail;

/// <summary>SendGrid's rules for a personalization.</summary>
static class PersonalizationRules
{
    const int MaxSubstitutionsBytes = 10_000;

    public static IEnumerable<MailProblem> Problems(Personalization one, string field, MailRequest mail, DateTimeOffset now)
    {
        if (one.To is not { Count: > 0 })
            yield return new("The to array is required for all personalization objects, and must have at least one email object with a "
                + "valid email address.", $"{field}.to");
        foreach (var (place, address) in one.Recipients())
            if (!EmailAddressRule.Holds(address.Email))
                yield return new(EmailAddressRule.Message, $"{field}.{place}.email");

        if (one.Subject.AsSpan().ContainsAny('\r', '\n'))
            yield return new("The subject must not contain CR or LF.", $"{field}.subject");
        if (one.Substitutions is not null && mail.UsesDynamicTemplate)
            yield return new("Substitutions may not be used with dynamic templating.", $"{field}.substitutions");
        if (one.Substitutions?.ContainsKey("") == true)
            yield return new("A substitution tag must not be empty.", $"{field}.substitutions");
        if (MailRules.Bytes(one.Substitutions) > MaxSubstitutionsBytes)
            yield return new($"Substitutions must not be longer than {MaxSubstitutionsBytes} bytes.", $"{field}.substitutions");

        foreach (var problem in MailRules.Headers(one.Headers, $"{field}.headers")) yield return problem;
        foreach (var problem in MailRules.SendAt(one.SendAt, $"{field}.send_at", now)) yield return problem;
    }
}
