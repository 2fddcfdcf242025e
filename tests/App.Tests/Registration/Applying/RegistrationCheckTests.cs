using ThaffFunctions.Registration.Applying;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Tests.Registration.Applying;

public sealed class RegistrationCheckTests
{
    const string Link = "Internetadresse";

    static readonly RegistrationFields Good = new()
    {
        FirstName = "Ada",
        LastName = "Löwe",
        Email = "ada@firma.example",
        Company = "Firma",
        Sector = "it",
        Region = "jena",
    };

    [Theory]
    [InlineData("\u200B", "Vornamen")] // zero width space
    [InlineData("\u00A0\u3000", "Vornamen")]
    [InlineData("\u3164", "Vornamen")] // a letter that looks like nothing
    [InlineData("\u2800", "Vornamen")]
    [InlineData("\u0301", "Vornamen")] // an accent on nothing
    [InlineData("L\uFFFDwe", "nicht lesbar")] // sent by a page that is not in UTF-8
    [InlineData("Ada\uFFFF", "nicht lesbar")]
    [InlineData("Ada\u0085", "Zeilenumbrüche")]
    [InlineData("Ada\u2067", "Zeilenumbrüche")]
    [InlineData("casino.Com", Link)]
    [InlineData("WWW.casino", Link)]
    [InlineData("казино.рф", Link)]
    [InlineData("casino。com", Link)]
    [InlineData("casino\uFF0Ecom", Link)]
    [InlineData("Gewinn!evil.de/x", Link)]
    [InlineData("ada@firma.de", Link)]
    public void A_name_that_could_deceive_is_refused(string name, string expected)
    {
        var (applicant, problems) = Check(Good with { FirstName = name });

        Assert.Null(applicant);
        Assert.Contains(expected, problems["firstName"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Dr.rer.nat. Ada")]
    [InlineData("Dr.med. Ada")]
    [InlineData("Dr.-Ing. A.-M.")]
    [InlineData("Prof.Dr.Ada")]
    [InlineData("St.Ada")]
    [InlineData("A.Link")]
    [InlineData("Jr.")]
    [InlineData("Nguyễn Thị Ánh")]
    [InlineData("Ólafur 3.")]
    [InlineData("محمد")]
    [InlineData("王")]
    [InlineData("Ada\u200D")] // a joiner beside letters
    public void A_name_that_people_have_is_taken(string name) =>
        Assert.Equal(name, Check(Good with { FirstName = name }).Applicant?.FirstName);

    [Theory]
    [InlineData("Wie?\u202Etxt.exe", "gedruckt")]
    [InlineData("Wie?\u0000", "gedruckt")]
    [InlineData("Wie k\uFFFDnnen wir?", "nicht lesbar")]
    public void A_question_that_cannot_be_read_is_refused(string question, string expected) =>
        Assert.Contains(expected, Check(Good with { Question = question }).Problems["question"], StringComparison.Ordinal);

    [Theory]
    [InlineData("ada@127.0.0.10")]
    [InlineData("ada@firma.123")]
    [InlineData("\"ada\"@firma.example")]
    [InlineData("ada@[127.0.0.1]")]
    [InlineData("ada..b@firma.example")]
    [InlineData("ada@firma..example")]
    [InlineData("ada@firma.example.")]
    [InlineData("ada@firma_x.example")]
    [InlineData("ada@firma.example,bo@firma.example")]
    [InlineData("Ada <ada@firma.example>")]
    public void What_is_no_address_is_refused(string email) => Assert.NotNull(Check(Good with { Email = email }).Problems["email"]);

    [Theory]
    [InlineData("ada@BÜCHER.example", "ada@xn--bcher-kva.example")]
    [InlineData("ada@bu\u0308cher.example", "ada@xn--bcher-kva.example")]
    [InlineData("ada@firma。example", "ada@firma.example")]
    [InlineData(" Ada+Kurs@Firma.Example ", "Ada+Kurs@firma.example")]
    [InlineData("ada@straße.example", "ada@xn--strae-oqa.example")]
    public void An_address_is_kept_as_the_mail_service_can_carry_it(string typed, string kept) =>
        Assert.Equal(kept, Check(Good with { Email = typed }).Applicant?.Email.Value);

    [Fact]
    public void Who_names_neither_company_nor_sector_nor_region_is_taken_without()
    {
        var applicant = Check(new() { FirstName = "Ada", LastName = "Löwe", Email = "ada@firma.example" }).Applicant!;

        Assert.Equal(("", "keine Angabe", "keine Angabe"), (applicant.Company, applicant.Sector.Name, applicant.Region.Name));
    }

    [Fact]
    public void Problems_come_in_the_order_of_the_form() => Assert.Equal(
        ["firstName", "lastName", "email", "company", "sector", "region", "question"],
        Check(new() { Company = "a\nb", Sector = "x", Region = "x", Question = "\u0000" }).Problems.All.Select(problem => problem.Field));

    static (Applicant? Applicant, ThaffFunctions.Shared.Web.Forms.FieldProblems Problems) Check(RegistrationFields typed) =>
        RegistrationCheck.Check(TestSessions.October.Id, typed, "Test", Language.German) is var (applicants, problems)
            ? (applicants is [var first, ..] ? first : null, problems) : default;
}
