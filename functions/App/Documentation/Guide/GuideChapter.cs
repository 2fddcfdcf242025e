namespace ThaffFunctions.Documentation.Guide;

/// <summary>A chapter of the guide.</summary>
/// <param name="Name">The name of its file in docs, without <c>.md</c>, and the last part of its address.</param>
/// <param name="Title">Its heading, in German.</param>
/// <param name="Html">Its text.</param>
public sealed record GuideChapter(string Name, string Title, string Html);
