using ThaffFunctions.Shared;

namespace ThaffFunctions.Registration.Applying;

/// <summary>
/// The sentences about legal bases, the same in the registration form and in the privacy notice. A public body cannot rest what it does
/// for its task on its own interest (Art. 6 (1) sentence 2 DSGVO), so all of them depend on the operator.
/// </summary>
/// <param name="Registration">The basis for handling registrations.</param>
/// <param name="Evaluation">The basis for counting sectors and regions; follows the first.</param>
/// <param name="Safety">The basis for logs and for counting against abuse.</param>
/// <param name="Naming">The basis for naming who speaks, moderates or takes part as a partner.</param>
/// <param name="Objection">
/// Against what one may object (Art. 21 DSGVO); completes "Sie können … widersprechen" or "You can object to …".
/// </param>
public sealed record LegalBasisWords(string Registration, string Evaluation, string Safety, string Naming, string Objection)
{
    public static LegalBasisWords Of(LegalBasis basis, Language language) =>
        basis == LegalBasis.PublicTask ? PublicTask(language) : Request(language);

    static LegalBasisWords PublicTask(Language language)
    {
        var task = language.Say(
            "Rechtsgrundlage ist Artikel 6 Absatz 1 Buchstabe e DSGVO in Verbindung mit § 16 des Thüringer Datenschutzgesetzes",
            "The legal basis is Article 6(1)(e) GDPR in conjunction with section 16 of the Thuringian Data Protection Act");
        return new(
            language.Say($"{task}: Den Praxisaustausch führen wir als Aufgabe im öffentlichen Interesse durch.",
                $"{task}: we hold the Praxisaustausch as a task carried out in the public interest."),
            language.Say("Das gilt auch für die Auswertung nach Branche und Region.", "This also applies to counting by sector and region."),
            $"{task}.",
            $"{task}.",
            language.Say("der Verarbeitung Ihrer Angaben", "the processing of your details"));
    }

    static LegalBasisWords Request(Language language)
    {
        var interest = language.Say("Rechtsgrundlage ist Artikel 6 Absatz 1 Buchstabe f DSGVO; unser Interesse ist",
            "The legal basis is Article 6(1)(f) GDPR; our interest is");
        return new(
            language.Say(
                "Rechtsgrundlage ist Artikel 6 Absatz 1 Buchstabe b DSGVO: Mit Ihrer Anmeldung bitten Sie uns um einen Platz, und ohne die "
                + "Angaben können wir ihn nicht vergeben.",
                "The legal basis is Article 6(1)(b) GDPR: by registering you ask us for a seat, and without the details we cannot give you one."),
            language.Say(
                "Für die Auswertung nach Branche und Region ist es Buchstabe f; unser Interesse ist zu wissen, wen das Angebot erreicht.",
                "For counting by sector and region it is point (f); our interest is to know whom we reach."),
            language.Say($"{interest}, dass die Seiten sicher laufen und niemand sie missbraucht.",
                $"{interest} that the pages run securely and nobody misuses them."),
            language.Say($"{interest}, dass alle sehen, wer mitwirkt.", $"{interest} that everybody can see who contributes."),
            language.Say("der Auswertung nach Branche und Region und den Zählungen zum Schutz vor Missbrauch",
                "the counting by sector and region and the counting that protects against abuse"));
    }
}
