using AccessiblePdf.Model;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using ThaffFunctions.NotesReading.Lists;
using ThaffFunctions.NotesReading.Word.Package;
using ThaffFunctions.NotesReading.Word.Styles;

namespace ThaffFunctions.NotesReading.Word.Lists;

/// <summary>Counts the numbered paragraphs of a document, in reading order.</summary>
sealed class WordNumbering
{
    const int Levels = 9;
    const int Deepest = 10; // a damaged file may link list styles in a cycle

    readonly Dictionary<int, OpenXmlElement> numbers = [];
    readonly Dictionary<int, OpenXmlElement> definitions = [];
    readonly Dictionary<int, int?[]> counted = [];
    readonly HashSet<(int NumberId, int Level)> begun = [];
    readonly Dictionary<(int NumberId, int Level), ListLevel?> levels = [];
    readonly WordStyles styles;

    public WordNumbering(NumberingDefinitionsPart? part, WordStyles styles)
    {
        this.styles = styles;
        foreach (var element in part?.Numbering ?? Enumerable.Empty<OpenXmlElement>())
        {
            if (element.LocalName == "num" && element.Number("numId") is { } number) numbers.TryAdd(number, element);
            if (element.LocalName == "abstractNum" && element.Number("abstractNumId") is { } definition)
                definitions.TryAdd(definition, element);
        }
    }

    /// <summary>The level of paragraphs that have a list but no level: the one that names their style.</summary>
    public int? LevelOf(int numberId, string? style) =>
        style is null ? null : DefinitionOf(numberId)?.FirstOrDefault(level =>
            level.LocalName == "lvl" && level.Child("pStyle").Value() == style)?.Number("ilvl");

    /// <summary>Counts one more paragraph; null if the list or level is undefined, or has no visible label.</summary>
    public WordLabel? Next(int numberId, int level)
    {
        level = Math.Clamp(level, 0, Levels - 1);
        if (Find(numberId, level) is not { } definition) return null;

        var number = Count(numberId, level, definition);
        if (definition.IsSilent) return null;

        var marker = definition.IsBullet ? BulletOf(definition.Text) : new Marker(definition.Numbering, number, null);
        var label = definition.IsBullet ? ""
            : definition.Label((other, asDigits) =>
            Find(numberId, other) is { } at ? at.Write(NumberAt(numberId, other) ?? at.Start, asDigits) : "");
        return new(definition, level, numberId, marker, label);
    }

    /// <summary>Where the text of a level stands, in twentieths of a point; null if it is not defined.</summary>
    public int? IndentOf(int numberId, int level) => Find(numberId, Math.Clamp(level, 0, Levels - 1))?.Indent;

    int Count(int numberId, int level, ListLevel definition)
    {
        var counts = CountsOf(numberId);
        var restart = begun.Add((numberId, level)) ? OverrideOf(numberId, level).Child("startOverride").Number() : null;
        var number = restart ?? (counts[level] is { } before ? before + 1 : definition.Start);
        counts[level] = number;
        for (var deeper = level + 1; deeper < Levels; deeper++)
        {
            if (Find(numberId, deeper) is { Restarts: true }) counts[deeper] = null;
        }

        return number;
    }

    int? NumberAt(int numberId, int level) => CountsOf(numberId)[level];

    /// <summary>Lists that share a definition count on, unless one restarts.</summary>
    int?[] CountsOf(int numberId)
    {
        var key = numbers.GetValueOrDefault(numberId).Child("abstractNumId").Number() ?? -numberId;
        return counted.TryGetValue(key, out var counts) ? counts : counted[key] = new int?[Levels];
    }

    ListLevel? Find(int numberId, int level)
    {
        if (levels.TryGetValue((numberId, level), out var known)) return known;

        var defined = OverrideOf(numberId, level).Child("lvl")
            ?? DefinitionOf(numberId)?.FirstOrDefault(one => one.LocalName == "lvl" && one.Number("ilvl") == level);
        return levels[(numberId, level)] = defined is null ? null : ListLevel.Of(defined);
    }

    OpenXmlElement? OverrideOf(int numberId, int level) =>
        numbers.GetValueOrDefault(numberId)?.FirstOrDefault(one => one.LocalName == "lvlOverride" && one.Number("ilvl") == level);

    /// <summary>A definition may refer to a list style, whose list has the levels (ISO/IEC 29500-1, 17.9.21).</summary>
    OpenXmlElement? DefinitionOf(int numberId)
    {
        for (var step = 0; step < Deepest; step++)
        {
            if (numbers.GetValueOrDefault(numberId).Child("abstractNumId").Number() is not { } id
                || definitions.GetValueOrDefault(id) is not { } definition) return null;
            if (definition.Child("numStyleLink").Value() is not { } style || styles.NumberIdOf(style) is not { } linked) return definition;

            numberId = linked;
        }

        return null;
    }

    /// <summary>Check boxes are bullets too, with characters of symbol fonts.</summary>
    static Marker BulletOf(string? text) => text switch
    {
        "\uF06F" or "\uF0A8" or "\uF071" => Marker.Box(isDone: false),
        "\uF0FE" or "\uF0FD" => Marker.Box(isDone: true),
        not null when TickSigns.In(text) is [{ IsBox: true } sign] => Marker.Box(sign.Meaning == TickMeaning.BoxTicked),
        _ => Marker.Bullet,
    };
}
