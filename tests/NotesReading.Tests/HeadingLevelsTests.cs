using CsCheck;

namespace ThaffFunctions.NotesReading.Tests;

public sealed class HeadingLevelsTests
{
    [Fact]
    public void Levels_begin_at_one_never_skip_and_keep_what_is_above_and_below() => Gen.Int[1, 6].List[1, 40].Sample(written =>
    {
        var levels = new HeadingLevels();
        int[] read = [.. written.Select(levels.Next)];

        return read[0] == 1
            && read.Zip(read.Skip(1)).All(pair => pair.Second <= pair.First + 1)
            && read.Zip(written).All(pair => pair.First >= 1 && pair.First <= pair.Second)
            && written.Zip(written.Skip(1)).Zip(read.Zip(read.Skip(1)))
            .All(pairs => pairs.First.Second > pairs.First.First == pairs.Second.Second > pairs.Second.First);
    });
}
