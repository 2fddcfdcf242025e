using ThaffFunctions.NotesReading;
using ThaffFunctions.Operations.Failures;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ThaffFunctions.Programme.Import;

/// <summary>
/// Reads the sessions of a YAML file event by event, so that every value knows its line and nothing deep or self-referring can
/// exhaust the reader.
/// </summary>
sealed class YamlEntries
{
    const int DeepestNesting = 20;

    readonly string text;
    readonly Parser parser;
    readonly List<FileProblem> problems;
    readonly List<FileEntry> entries = [];

    YamlEntries(string text, List<FileProblem> problems) =>
        (this.text, parser, this.problems) = (text, new Parser(new StringReader(text)), problems);

    public static IReadOnlyList<FileEntry> Read(string text, List<FileProblem> problems)
    {
        var reading = new YamlEntries(text, problems);
        try
        {
            reading.ReadFile();
        }
        // the scanner throws all of them on broken text
        catch (Exception broken) when (broken is YamlException or InvalidOperationException or ArgumentException)
        {
            var at = (broken as YamlException)?.Start ?? reading.parser.Current?.End ?? Mark.Empty;
            if (reading.LineOfCut(at) is { } line) problems.Add(new(line, null, YamlComment.Expected));
            else problems.Add(new(Line(at), null,
                "Ab hier ist die Datei kein gültiges YAML. Bitte Einrückung, Anführungszeichen und Doppelpunkte prüfen; Tabulatoren "
                + "sind zum Einrücken nicht erlaubt."));
        }

        return reading.entries;
    }

    /// <summary>A value that goes on in the next line, and a list in brackets, are no longer YAML once a comment cuts them off.</summary>
    int? LineOfCut(Mark broken)
    {
        var start = (int)Math.Clamp(parser.Current?.Start.Index ?? 0, 0, text.Length);
        var end = (int)Math.Clamp(broken.Index, start, text.Length);
        return YamlComment.Find(text.AsSpan(start..end)) is { } at ? 1 + text.AsSpan(0, start + at).Count('\n') : null;
    }

    void ReadFile()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _)) return;

        parser.Consume<DocumentStart>();
        ReadRoot();
        parser.Consume<DocumentEnd>();
        if (parser.TryConsume<DocumentStart>(out var second))
            Problem(second, null, "Die Datei darf nur aus einem YAML-Dokument bestehen („---“ höchstens am Anfang).");
    }

    void ReadRoot()
    {
        if (parser.Accept<SequenceStart>(out _))
        {
            ReadSessions();
            return;
        }

        if (!parser.TryConsume<MappingStart>(out var root))
        {
            Skip("Erwartet wird „sessions:“ und darunter die Liste der Termine.");
            return;
        }

        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Current;
            if (ReadKey() is not { } name) continue;
            if (FieldNames.Fold(name) is "sessions" or "termine") ReadSessions();
            else Skip($"Unbekannter Abschnitt „{name}“. Erwartet wird „sessions:“ und darunter die Liste der Termine.", key);
        }
    }

    void ReadSessions()
    {
        if (parser.Accept<Scalar>(out var nothing) && nothing.Value.Length == 0)
        {
            parser.MoveNext();
            return;
        }

        if (!parser.TryConsume<SequenceStart>(out _))
        {
            Skip("Hier wird die Liste der Termine erwartet; jeder Termin beginnt mit „- id:“.");
            return;
        }

        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            if (parser.TryConsume<MappingStart>(out var start)) ReadSession(start);
            else Skip("Ein Termin besteht aus Feldern („- id: …“, darunter „title: …“).");
        }
    }

    void ReadSession(MappingStart start)
    {
        var values = new Dictionary<SessionField, FileValue>();
        ReadFields("", values);
        entries.Add(new(Line(start.Start), IsGerman: false, values));
    }

    /// <summary>The fields of one session. One level may be nested: <c>registration: { opens: …, closes: … }</c>.</summary>
    void ReadFields(string prefix, Dictionary<SessionField, FileValue> values)
    {
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Current!;
            if (ReadKey() is not { } name) continue;
            if (prefix.Length == 0 && FieldNames.Fold(name) == "registration" && parser.TryConsume<MappingStart>(out _))
                ReadFields(name + " ", values);
            else if (FieldNames.Find(prefix + name) is { } field) ReadValue(key, prefix + name, field, values);
            else Skip($"Unbekanntes Feld. Möglich sind: {FieldNames.AllNames(german: false)}.", key, prefix + name);
        }
    }

    void ReadValue(ParsingEvent key, string name, SessionField field, Dictionary<SessionField, FileValue> values)
    {
        var items = ReadItems(name);
        if (values.TryGetValue(field, out var first)) Problem(key, name, $"Das Feld steht schon in Zeile {first.Line}.");
        else if (items is null || items.Any(item => !string.IsNullOrWhiteSpace(item)))
            values.Add(field, new(name, Line(key.Start), items ?? []));
    }

    /// <summary>null for something that is neither a text nor a list, after a problem; the field then counts as given.</summary>
    List<string>? ReadItems(string name)
    {
        if (parser.TryConsume<Scalar>(out var scalar)) return [TextOf(scalar, name)];
        if (!parser.TryConsume<SequenceStart>(out _))
        {
            Skip("Hier wird ein Text oder eine Liste von Texten erwartet.", field: name);
            return null;
        }

        var items = new List<string>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            if (parser.TryConsume<Scalar>(out var item)) items.Add(TextOf(item, name));
            else Skip("In dieser Liste werden nur Texte erwartet.", field: name);
        }

        return items;
    }

    /// <summary>null after a problem; key and value are then passed by.</summary>
    string? ReadKey()
    {
        if (parser.TryConsume<Scalar>(out var key)) return key.Value;

        Skip("Hier wird ein Feldname erwartet.");
        PassBy();
        return null;
    }

    void Skip(string problem, ParsingEvent? at = null, string? field = null)
    {
        Problem(at ?? parser.Current!, field, parser.Current is AnchorAlias ? "Verweise („*name“) werden nicht unterstützt." : problem);
        PassBy();
    }

    /// <summary>Nobody nests so deeply, and the parser's time grows with the square of it.</summary>
    void PassBy()
    {
        var depth = 0;
        do
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > DeepestNesting) throw new YamlException(parser.Current.Start, parser.Current.End, "nested too deeply");
            parser.MoveNext();
        }
        while (depth > 0);
    }

    void Problem(ParsingEvent at, string? field, string text) => problems.Add(new(Line(at.Start), field, text));

    /// <summary>Plain <c>null</c> and <c>~</c> say nothing, as YAML has it.</summary>
    string TextOf(Scalar scalar, string field)
    {
        if (scalar.Style != ScalarStyle.Plain) return scalar.Value;

        if (YamlComment.CutsOff(text, scalar.End.Index)) problems.Add(new(Line(scalar.End), field, YamlComment.Expected));
        return scalar.Value is "null" or "~" ? "" : scalar.Value;
    }

    static int Line(Mark mark) => (int)Math.Max(1, mark.Line);
}
