namespace ThaffFunctions.NotesReading.Tests;

public sealed class CutTests
{
    const string Family = "👩‍👩‍👧"; // five characters of Unicode, eight UTF-16 units
    const string Accented = "e\u0301"; // two

    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "ab…")]
    [InlineData("ab cd", 4, "ab…")]
    [InlineData("a😀😀", 5, "a😀😀")]
    [InlineData("a😀😀", 4, "a😀…")]
    [InlineData("a😀😀", 3, "a…")]
    [InlineData("a" + Family + "b", 9, "a…")]
    [InlineData("a" + Family + "bc", 10, "a" + Family + "…")]
    [InlineData("ab" + Accented + "c", 4, "ab…")]
    [InlineData("", 3, "")]
    public void A_text_is_cut_between_what_people_see_as_characters(string text, int most, string expected) =>
        Assert.Equal(expected, Cut.To(text, most));

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(8)]
    public void The_parts_of_a_text_are_whole_and_together_the_text(int most)
    {
        const string Text = "a😀b😀😀cd" + Family + Accented;
        List<string> parts = [];
        for (var start = 0; start < Text.Length; start += parts[^1].Length) parts.Add(Text.Substring(start, Cut.Length(Text, start, most)));

        Assert.Equal(Text, string.Concat(parts));
        Assert.All(parts, part => Assert.InRange(part.Length, 1, most));
        Assert.All(parts, part => Assert.False(char.IsLowSurrogate(part[0]) || char.IsHighSurrogate(part[^1])));
    }
}
