using System.Text;
using CsCheck;
using ThaffFunctions.Programme;
using ThaffFunctions.Programme.Import;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Time;
using static ThaffFunctions.Tests.Programme.ProgrammeFiles;

namespace ThaffFunctions.Tests.Programme;

public sealed class ProgrammeFilePropertyTests
{
    [Theory]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("-")]
    [InlineData("\"")]
    [InlineData(";")]
    [InlineData("&")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("[{a: ")]
    [InlineData("a: ")]
    [InlineData("- a\n")]
    [InlineData("&a [*a, ")]
    [InlineData("!")]
    [InlineData("%")]
    [InlineData("|\n")]
    [InlineData("\n")]
    [InlineData("\"a\";")]
    public void A_megabyte_of_the_same_is_only_a_bad_file(string again)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(again, ProgrammeFile.MaxBytes / again.Length)));

        Assert.NotEmpty(ProgrammeFile.Read("a.yaml", bytes).Problems);
        Assert.NotEmpty(ProgrammeFile.Read("a.csv", bytes).Problems);
    }

    [Fact]
    public void Garbage_is_a_problem_and_never_an_exception() =>
        Gen.Byte.Array[0, 300].Sample(bytes =>
        {
            foreach (var name in new[] { "a.yaml", "a.csv" })
            {
                var file = ProgrammeFile.Read(name, bytes);
                Assert.True(file.Sessions.Count == 0 && file.Problems.Count > 0);
            }
        });

    [Fact]
    public void A_damaged_file_is_a_problem_or_a_programme_and_never_an_exception() =>
        Gen.Select(OneOf(One, Csv), Gen.Int[0, 900], Gen.Int[0, 20], Gen.Char[' ', '~'].Array[0, 5])
            .Sample((text, at, removed, added) =>
        {
            var start = Math.Min(at, text.Length);
            var damaged = text.Remove(start, Math.Min(removed, text.Length - start)).Insert(start, new string(added));
            foreach (var name in new[] { "a.yaml", "a.csv" })
            {
                var file = ProgrammeFile.Read(name, Encoding.UTF8.GetBytes(damaged));
                Assert.True(file.Sessions.Count > 0 ^ file.Problems.Count > 0);
            }
        });

    [Fact]
    public void What_is_written_reads_back_equal() =>
        Sessions.Sample(session =>
        {
            foreach (var (name, text) in new[] { ("a.yaml", ProgrammeWriter.Yaml(session)), ("a.csv", ProgrammeWriter.Csv(session)) })
            {
                var file = ProgrammeFile.Read(name, Encoding.UTF8.GetBytes(text));
                Assert.Empty(file.Problems);
                Assert.Null(SessionDifference.Between(session, Assert.Single(file.Sessions), default));
            }
        });

    [Fact]
    public void The_programme_taken_as_a_file_reads_back_equal() =>
        Gen.Select(
            Sessions,
            OneOf("", "=1+1", "„Deutsch“ – für 5 €", "- eins\n- zwei", "'=x", "''-y", "null", "~", "Zeile\n\n  eingerückt #kein Kommentar"),
            Gen.Int[0, Sector.All.Count - 1].Array[0, 3], Gen.Bool).Sample((session, odd, sectors, isDefault) =>
        {
            session = session with
            {
                Place = sectors.Length > 1 ? "Haus; am Markt" : session.Place,
                OnlineLink = sectors.Length > 1 ? new("https://meet.example/raum") : session.OnlineLink,
                SeatsOnline = sectors.Length > 1 ? session.Seats : null,
                Title = odd is "" or "null" or "~" ? session.Title : odd.Split('\n')[0],
                Description = odd,
                Sectors = [.. sectors.Select(at => Sector.All[at]).Distinct()],
                RegistrationOpens = isDefault ? Berlin.Local(session.Start).AddYears(-1) : session.RegistrationOpens,
            };
            foreach (var (name, text) in new[]
            {
                ("a.yaml", global::ThaffFunctions.Programme.Import.ProgrammeWriter.Yaml([session])),
                ("a.csv", global::ThaffFunctions.Programme.Import.ProgrammeWriter.Csv([session])),
            })
            {
                var file = ProgrammeFile.Read(name, Encoding.UTF8.GetBytes(text));
                Assert.Empty(file.Problems);
                Assert.Null(SessionDifference.Between(session, Assert.Single(file.Sessions), default));
            }
        });

    /// <summary>Without signs that within words are taken for garbled letters, such as € and „.</summary>
    static readonly Gen<string> Text =
        Gen.OneOf(Gen.Char[' ', '~'], OneOf('ä', 'ß', ';', '"', ':', '#', '\'', '-')).Array[1, 40]
        .Select(characters => $"a{new string(characters).Replace('|', '.')}z");

    static readonly Gen<Session> Sessions =
        from slug in Gen.Int[1, 99_999]
        from title in Text
        from focus in Text
        from description in Text.Array[0, 5]
        from day in Gen.Int[0, 700]
        from start in Gen.Int[0, 1000]
        from length in Gen.Int[1, 400]
        from region in OneOf([null, .. Region.All])
        from online in Gen.Bool
        from seats in Gen.Int[1, 9_999]
        from names in Text.Select(name => name.Replace(';', ',')).Array[0, 4]
        from opens in Gen.Int[1, 300]
        from cancelled in Gen.Bool
        let date = new DateOnly(2027, 1, 1).AddDays(day)
        let begins = Berlin.AtOrAfter(date, TimeOnly.MinValue.AddMinutes(start))
        let ends = Berlin.AtOrAfter(date, TimeOnly.MinValue.AddMinutes(start + length))
        where begins < ends && Berlin.Date(ends) == date && begins.Minute == start % 60 // no start or end moved by the change of clocks
        where Berlin.Local(begins).Hour != 2 && Berlin.Local(ends).Hour != 2
        select new Session(
            SessionId.Parse($"2027-01-t{slug}")!.Value, title, focus, string.Join('\n', description), begins, ends,
            online ? null : title, region, online ? new Uri("https://meet.example/raum?x=1") : null, seats,
            names, [], names, Berlin.AtOrAfter(date.AddDays(-opens), new(9, 0)), begins,
            cancelled ? SessionStatus.Cancelled : SessionStatus.Scheduled);

    static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);
}
