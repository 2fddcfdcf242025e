using ThaffFunctions.MailingList.Choosing;
using ThaffFunctions.MailingList.SigningUp;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.MailingList.Consents;

/// <summary>
/// The proof of one consent (Art. 7 (1) DSGVO): who asked when and from where, the full text that stood above the button, and when and how
/// the address confirmed it. A proof is added and never changed; a later consent stands beside it.
/// </summary>
/// <param name="AskedAt">When the newsletter was asked for.</param>
/// <param name="AskedFrom">Where: a page, a form of another site with its origin, a program, an import with its source.</param>
/// <param name="Wording">The version of <see cref="ConsentWording"/>; empty if the consent was given elsewhere.</param>
/// <param name="Text">The text as it was shown, in full.</param>
/// <param name="Choice">What was chosen beside it.</param>
/// <param name="ConfirmedAt">When it was confirmed.</param>
/// <param name="ConfirmedBy">How.</param>
public sealed record Consent(
    DateTimeOffset AskedAt, string AskedFrom, string Wording, string Text, string Choice, DateTimeOffset ConfirmedAt, string ConfirmedBy)
{
    /// <param name="request">What the page behind the mailed link showed.</param>
    /// <param name="site">Names who sends.</param>
    /// <param name="now">When its button was pressed.</param>
    public static Consent Of(SubscriptionRequest request, SiteOptions site, DateTimeOffset now) => new(
        request.AskedAt, request.AskedFrom, request.Wording, ConsentWording.Of(request.Wording).TextFor(site),
        request.Preferences.In(ConsentWording.Of(request.Wording).Language), now,
        "Knopf auf der Seite hinter dem Link, der an diese Adresse ging");

    /// <summary>A consent that was given elsewhere.</summary>
    /// <param name="source">Where it comes from and where its proof is kept.</param>
    /// <param name="text">The text that people agreed to there.</param>
    /// <param name="preferences">What they chose.</param>
    /// <param name="given">When.</param>
    public static Consent Imported(string source, string text, Preferences preferences, DateTimeOffset given) =>
        new(given, $"Import: {source}", "", text, preferences.ToString(), given, $"Import: {source}");
}
