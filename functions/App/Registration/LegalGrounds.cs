namespace ThaffFunctions.Registration;

/// <summary>
/// The German sentences about legal bases, the same in the registration form and in the privacy notice. A public body cannot rest what it
/// does for its task on its own interest (Art. 6 (1) sentence 2 DSGVO), so both bases depend on the operator.
/// </summary>
/// <param name="Registration">The basis for handling registrations; a sentence.</param>
/// <param name="Operation">The basis for running the site safely and for counting whom it reaches; a sentence.</param>
/// <param name="Objection">Against what one may object (Art. 21 DSGVO); completes "Sie können … widersprechen".</param>
public sealed record LegalGrounds(string Registration, string Operation, string Objection)
{
    static readonly LegalGrounds PublicTask = new(
        "Rechtsgrundlage ist Artikel 6 Absatz 1 Buchstabe e DSGVO in Verbindung mit § 16 des Thüringer Datenschutzgesetzes: Den "
        + "Praxisaustausch führen wir als Aufgabe im öffentlichen Interesse durch.",
        "Rechtsgrundlage ist Artikel 6 Absatz 1 Buchstabe e DSGVO in Verbindung mit § 16 des Thüringer Datenschutzgesetzes.",
        "der Verarbeitung Ihrer Angaben");

    static readonly LegalGrounds Request = new(
        "Rechtsgrundlage ist Artikel 6 Absatz 1 Buchstabe b DSGVO: Mit Ihrer Anmeldung bitten Sie uns um einen Platz, und ohne die "
        + "Angaben können wir ihn nicht vergeben.",
        "Rechtsgrundlage ist Artikel 6 Absatz 1 Buchstabe f DSGVO; unser Interesse ist, dass die Seiten sicher laufen und dass wir wissen, "
        + "wen das Angebot erreicht.",
        "der Auswertung nach Branche und Region und den Zählungen zum Schutz vor Missbrauch");

    public static LegalGrounds Of(LegalBasis basis) => basis == LegalBasis.PublicTask ? PublicTask : Request;
}
