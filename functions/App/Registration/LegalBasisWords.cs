namespace ThaffFunctions.Registration;

/// <summary>
/// The German sentences about legal bases, the same in the registration form and in the privacy notice. A public body cannot rest what it
/// does for its task on its own interest (Art. 6 (1) sentence 2 DSGVO), so all of them depend on the operator.
/// </summary>
/// <param name="Registration">The basis for handling registrations.</param>
/// <param name="Evaluation">The basis for counting sectors and regions; follows the first.</param>
/// <param name="Safety">The basis for logs and for counting against abuse.</param>
/// <param name="Naming">The basis for naming who speaks, moderates or takes part as a partner.</param>
/// <param name="Objection">Against what one may object (Art. 21 DSGVO); completes "Sie können … widersprechen".</param>
public sealed record LegalBasisWords(string Registration, string Evaluation, string Safety, string Naming, string Objection)
{
    const string Task = "Rechtsgrundlage ist Artikel 6 Absatz 1 Buchstabe e DSGVO in Verbindung mit § 16 des Thüringer Datenschutzgesetzes";
    const string Interest = "Rechtsgrundlage ist Artikel 6 Absatz 1 Buchstabe f DSGVO; unser Interesse ist";

    static readonly LegalBasisWords PublicTask = new(
        Task + ": Den Praxisaustausch führen wir als Aufgabe im öffentlichen Interesse durch.",
        "Das gilt auch für die Auswertung nach Branche und Region.",
        Task + ".",
        Task + ".",
        "der Verarbeitung Ihrer Angaben");

    static readonly LegalBasisWords Request = new(
        "Rechtsgrundlage ist Artikel 6 Absatz 1 Buchstabe b DSGVO: Mit Ihrer Anmeldung bitten Sie uns um einen Platz, und ohne die "
        + "Angaben können wir ihn nicht vergeben.",
        "Für die Auswertung nach Branche und Region ist es Buchstabe f; unser Interesse ist zu wissen, wen das Angebot erreicht.",
        Interest + ", dass die Seiten sicher laufen und niemand sie missbraucht.",
        Interest + ", dass alle sehen, wer mitwirkt.",
        "der Auswertung nach Branche und Region und den Zählungen zum Schutz vor Missbrauch");

    public static LegalBasisWords Of(LegalBasis basis) => basis == LegalBasis.PublicTask ? PublicTask : Request;
}
