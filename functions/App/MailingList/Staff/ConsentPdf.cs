using AccessiblePdf;
using AccessiblePdf.Model;
using Microsoft.Extensions.Options;
using ThaffFunctions.MailingList.Consents;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.MailingList.Staff;

/// <summary>Prints the proofs of one address.</summary>
public sealed class ConsentPdf(IOptions<SiteOptions> site, TimeProvider clock)
{
    public byte[] Print(ConsentProof proof)
    {
        var now = clock.GetUtcNow();
        using var file = new MemoryStream();
        PdfWriter.Write(new()
        {
            Title = ProofWords.Title,
            Language = "de-DE",
            Author = site.Value.Operator.Name,
            Subject = "Nachweis nach Artikel 7 Absatz 1 DSGVO",
            Created = now,
            TitleBlock = new()
            {
                Overline = "ThAFF Praxisaustausch",
                Lines = [site.Value.Operator.Name, $"Ausgegeben am {Berlin.Moment(now)}"],
            },
            Blocks = [.. BlocksOf(proof)],
        }, file);
        return file.ToArray();
    }

    static IEnumerable<Block> BlocksOf(ConsentProof proof)
    {
        yield return new Heading(1, proof.Email.Value);
        yield return new Paragraph(ProofWords.StateOf(proof));
        if (proof.Consents.Count == 0) yield return new Paragraph(ProofWords.None);
        foreach (var consent in proof.Consents)
        {
            yield return new Heading(2, ProofWords.HeadingOf(consent));
            yield return new DefinitionList(
                [.. ProofWords.FactsOf(consent).Select(fact => new Definition([fact.Term], new Paragraph(fact.Text)))])
            {
                TermsBeside = true,
            };
        }
    }
}
