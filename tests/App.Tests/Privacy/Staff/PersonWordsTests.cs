using Azure.Data.Tables;
using ThaffFunctions.Privacy.Staff;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Tests.Privacy.Staff;

public sealed class PersonWordsTests
{
    [Fact]
    public void How_somebody_takes_part_is_told_as_everywhere_else()
    {
        foreach (var mode in Enum.GetValues<AttendanceMode>())
            Assert.Contains(("Teilnahme", AttendanceWords.Of(mode)), FactsOf(new() { ["Mode"] = mode.ToString() }));
    }

    [Fact]
    public void What_people_typed_stays_as_they_typed_it() =>
        Assert.Equal([("Frage", "Online")], FactsOf(new() { ["Question"] = "Online" }));

    static IEnumerable<(string Name, string Text)> FactsOf(TableEntity row) =>
        PersonWords.FactsOf(PersonalRecord.Of(Tables.Registrations, row));
}
