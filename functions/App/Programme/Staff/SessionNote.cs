namespace ThaffFunctions.Programme.Staff;

/// <summary>What another slice tells staff of a session, with a link to its page about it.</summary>
public sealed record SessionNote(string Text, string Path);
