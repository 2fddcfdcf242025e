using System.Text;

namespace AccessiblePdf.Bidi;

/// <summary>
/// The Unicode bidirectional algorithm (UAX 9, revision 50): for each UTF-16 unit of a paragraph its embedding level, which is odd where
/// text goes from right to left. Rules are named as there.
/// </summary>
sealed class EmbeddingLevels
{
    const int MaxDepth = 125, MaxBrackets = 63;

    /// <summary>What shows nothing and has no level of its own (X9).</summary>
    const byte Removed = byte.MaxValue;

    readonly int[] starts, codePoints;
    readonly BidiClass[] original, classes;
    readonly byte[] levels;

    /// <summary>For each isolate initiator the place of its PDI, and the other way round; -1 for none (BD9).</summary>
    readonly int[] matches;

    EmbeddingLevels(string text)
    {
        List<int> begins = new(text.Length), characters = new(text.Length);
        for (var at = 0; at < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, at, out var character)) character = Rune.ReplacementChar;
            begins.Add(at);
            characters.Add(character.Value);
            at += char.IsSurrogate(text[at]) && character != Rune.ReplacementChar ? 2 : 1;
        }
        (starts, codePoints) = ([.. begins], [.. characters]);
        original = [.. codePoints.Select(codePoint => BidiClasses.Of(new(codePoint)))];
        classes = [.. original];
        levels = new byte[classes.Length];
        matches = MatchIsolates();
    }

    /// <summary>Whether a paragraph goes from right to left by its first strong character; null if there is none (P2 and P3).</summary>
    public static bool? IsRightToLeft(string text)
    {
        var isolates = 0;
        foreach (var character in text.EnumerateRunes())
        {
            switch (BidiClasses.Of(character))
            {
                case BidiClass.LRI or BidiClass.RLI or BidiClass.FSI: isolates++; break;
                case BidiClass.PDI: isolates = Math.Max(0, isolates - 1); break;
                case BidiClass.L when isolates == 0: return false;
                case BidiClass.R or BidiClass.AL when isolates == 0: return true;
            }
        }
        return null;
    }

    /// <param name="text">The paragraph.</param>
    /// <param name="isRightToLeft">Its direction.</param>
    /// <returns>A level for each UTF-16 unit; what shows nothing has that of the character before it.</returns>
    public static byte[] Of(string text, bool isRightToLeft)
    {
        var paragraph = new EmbeddingLevels(text);
        var basis = (byte)(isRightToLeft ? 1 : 0);
        paragraph.ResolveExplicit(basis);
        foreach (var sequence in paragraph.Sequences(basis))
        {
            paragraph.ResolveWeak(sequence);
            paragraph.ResolveBrackets(sequence);
            paragraph.ResolveNeutral(sequence);
            paragraph.ResolveImplicit(sequence);
        }
        return paragraph.PerUnit(text.Length, basis);
    }

    /// <summary>The order from left to right in which to show what has these levels (L2).</summary>
    public static int[] VisualOrder(ReadOnlySpan<byte> levels)
    {
        var order = new int[levels.Length];
        var (highest, lowestOdd) = (0, int.MaxValue);
        for (var i = 0; i < levels.Length; i++)
        {
            order[i] = i;
            highest = Math.Max(highest, levels[i]);
            if (levels[i] % 2 == 1) lowestOdd = Math.Min(lowestOdd, levels[i]);
        }
        for (var level = highest; level >= lowestOdd; level--)
        {
            for (var start = 0; start < levels.Length; start++)
            {
                if (levels[start] < level) continue;
                var end = start + 1;
                while (end < levels.Length && levels[end] >= level) end++;
                Array.Reverse(order, start, end - start);
                start = end;
            }
        }
        return order;
    }

    int[] MatchIsolates()
    {
        var found = new int[classes.Length];
        Array.Fill(found, -1);
        var open = new Stack<int>();
        for (var i = 0; i < classes.Length; i++)
        {
            if (IsInitiator(classes[i])) open.Push(i);
            else if (classes[i] == BidiClass.PDI && open.TryPop(out var initiator)) (found[initiator], found[i]) = (i, initiator);
        }
        return found;
    }

    /// <summary>X1 to X8.</summary>
    void ResolveExplicit(byte basis)
    {
        var stack = new Stack<Status>([new(basis, null, false)]);
        var (overflowIsolates, overflowEmbeddings, validIsolates) = (0, 0, 0);
        for (var i = 0; i < classes.Length; i++)
        {
            var type = classes[i];
            if (type == BidiClass.FSI) type = FirstStrong(i) ? BidiClass.RLI : BidiClass.LRI;
            switch (type)
            {
                case BidiClass.RLE or BidiClass.LRE or BidiClass.RLO or BidiClass.LRO:
                    {
                        levels[i] = Removed;
                        var next = Next(stack.Peek().Level, type is BidiClass.RLE or BidiClass.RLO);
                        if (next <= MaxDepth && overflowIsolates == 0 && overflowEmbeddings == 0)
                            stack.Push(new((byte)next, type switch
                            {
                                BidiClass.RLO => BidiClass.R,
                                BidiClass.LRO => BidiClass.L,
                                _ => null,
                            }, false));
                        else if (overflowIsolates == 0) overflowEmbeddings++;
                        break;
                    }
                case BidiClass.RLI or BidiClass.LRI:
                    {
                        Take(i, stack.Peek());
                        var next = Next(stack.Peek().Level, type == BidiClass.RLI);
                        if (next <= MaxDepth && overflowIsolates == 0 && overflowEmbeddings == 0)
                        {
                            validIsolates++;
                            stack.Push(new((byte)next, null, true));
                        }
                        else
                        {
                            overflowIsolates++;
                        }
                        break;
                    }
                case BidiClass.PDI:
                    if (overflowIsolates > 0)
                    {
                        overflowIsolates--;
                    }
                    else if (validIsolates > 0)
                    {
                        overflowEmbeddings = 0;
                        while (!stack.Peek().IsIsolate) stack.Pop();
                        stack.Pop();
                        validIsolates--;
                    }
                    Take(i, stack.Peek());
                    break;
                case BidiClass.PDF:
                    levels[i] = Removed;
                    if (overflowIsolates > 0) break;
                    if (overflowEmbeddings > 0) overflowEmbeddings--;
                    else if (!stack.Peek().IsIsolate && stack.Count > 1) stack.Pop();
                    break;
                case BidiClass.BN: levels[i] = Removed; break;
                case BidiClass.B: levels[i] = basis; break;
                default: Take(i, stack.Peek()); break;
            }
        }

        static int Next(byte level, bool isRightToLeft) => isRightToLeft ? (level + 1) | 1 : (level + 2) & ~1;
    }

    void Take(int at, Status status)
    {
        levels[at] = status.Level;
        if (status.Override is { } type) classes[at] = type;
    }

    /// <summary>X5c: whether the first strong character of an isolate is one from right to left.</summary>
    bool FirstStrong(int initiator)
    {
        var end = matches[initiator] < 0 ? classes.Length : matches[initiator];
        for (var i = initiator + 1; i < end; i++)
        {
            if (original[i] is BidiClass.L) return false;
            if (original[i] is BidiClass.R or BidiClass.AL) return true;
            if (IsInitiator(original[i])) i = matches[i] < 0 ? end : matches[i];
        }
        return false;
    }

    /// <summary>X10: the runs of one level that belong together, with what stands before and after them.</summary>
    List<Sequence> Sequences(byte basis)
    {
        var sequences = new List<Sequence>();
        List<int> kept = [.. Enumerable.Range(0, classes.Length).Where(i => levels[i] != Removed)];
        var runs = new List<List<int>>();
        foreach (var i in kept)
        {
            if (runs is [.., var last] && levels[last[^1]] == levels[i]) last.Add(i);
            else runs.Add([i]);
        }
        var byStart = runs.ToDictionary(run => run[0]);
        foreach (var run in runs)
        {
            if (original[run[0]] == BidiClass.PDI && matches[run[0]] >= 0) continue; // goes on from its initiator
            var members = new List<int>(run);
            while (IsInitiator(original[members[^1]]) && matches[members[^1]] is >= 0 and var end) members.AddRange(byStart[end]);
            var level = levels[members[0]];
            var (first, last) = (kept.BinarySearch(members[0]), kept.BinarySearch(members[^1]));
            var before = first > 0 ? levels[kept[first - 1]] : basis;
            var after = last + 1 < kept.Count && !IsInitiator(original[members[^1]]) ? levels[kept[last + 1]] : basis;
            sequences.Add(new([.. members], level, TypeOf(Math.Max(before, level)), TypeOf(Math.Max(after, level))));
        }
        return sequences;
    }

    /// <summary>W1 to W7.</summary>
    void ResolveWeak(Sequence sequence)
    {
        var members = sequence.Members;
        var (previous, strong) = (sequence.Start, sequence.Start);
        for (var i = 0; i < members.Length; i++)
        {
            ref var type = ref classes[members[i]];
            if (type == BidiClass.NSM) type = IsInitiator(previous) || previous == BidiClass.PDI ? BidiClass.ON : previous; // W1
            previous = type;
        }
        foreach (var member in members)
        {
            ref var type = ref classes[member];
            if (type is BidiClass.L or BidiClass.R or BidiClass.AL) strong = type;
            else if (type == BidiClass.EN && strong == BidiClass.AL) type = BidiClass.AN; // W2
        }
        foreach (var member in members)
        {
            if (classes[member] == BidiClass.AL) classes[member] = BidiClass.R; // W3
        }
        for (var i = 1; i < members.Length - 1; i++) // W4
        {
            var (before, after) = (classes[members[i - 1]], classes[members[i + 1]]);
            ref var type = ref classes[members[i]];
            if (before != after) continue;
            if (type is BidiClass.ES or BidiClass.CS && before == BidiClass.EN
                || type == BidiClass.CS && before == BidiClass.AN) type = before;
        }
        for (var i = 0; i < members.Length; i++) // W5
        {
            if (classes[members[i]] != BidiClass.ET) continue;
            var end = i;
            while (end < members.Length && classes[members[end]] == BidiClass.ET) end++;
            var isNumber = i > 0 && classes[members[i - 1]] == BidiClass.EN
                || end < members.Length && classes[members[end]] == BidiClass.EN;
            for (; i < end; i++) classes[members[i]] = isNumber ? BidiClass.EN : BidiClass.ON; // else W6
            i--;
        }
        strong = sequence.Start;
        foreach (var member in members)
        {
            ref var type = ref classes[member];
            if (type is BidiClass.ES or BidiClass.CS) type = BidiClass.ON; // W6
            else if (type is BidiClass.L or BidiClass.R) strong = type;
            else if (type == BidiClass.EN && strong == BidiClass.L) type = BidiClass.L; // W7
        }
    }

    /// <summary>N0: brackets take the direction of what they enclose, or of what stands before them.</summary>
    void ResolveBrackets(Sequence sequence)
    {
        var members = sequence.Members;
        var own = TypeOf(sequence.Level);
        foreach (var (open, close) in BracketPairs(members))
        {
            var (hasOwn, hasOther) = (false, false);
            for (var i = open + 1; i < close; i++)
            {
                if (StrongOf(members[i]) is not { } strong) continue;
                if (strong == own) hasOwn = true; else hasOther = true;
            }
            if (hasOwn) Set(open, close, own);
            else if (hasOther) Set(open, close, Before(open));
        }

        BidiClass Before(int open)
        {
            for (var i = open - 1; i >= 0; i--)
            {
                if (StrongOf(members[i]) is { } strong) return strong;
            }
            return sequence.Start;
        }

        void Set(int open, int close, BidiClass type)
        {
            foreach (var bracket in new[] { open, close })
            {
                classes[members[bracket]] = type;
                for (var i = bracket + 1; i < members.Length && original[members[i]] == BidiClass.NSM; i++) classes[members[i]] = type;
            }
        }
    }

    List<(int Open, int Close)> BracketPairs(int[] members)
    {
        var open = new List<(int Kind, int At)>();
        var pairs = new List<(int Open, int Close)>();
        for (var i = 0; i < members.Length; i++)
        {
            if (classes[members[i]] != BidiClass.ON) continue;
            var kind = Mirrors.Bracket(codePoints[members[i]]);
            if (kind > 0)
            {
                if (open.Count == MaxBrackets) return [];
                open.Add((kind, i));
            }
            else if (kind < 0 && open.FindLastIndex(bracket => bracket.Kind == -kind) is >= 0 and var found)
            {
                pairs.Add((open[found].At, i));
                open.RemoveRange(found, open.Count - found);
            }
        }
        pairs.Sort((one, other) => one.Open.CompareTo(other.Open));
        return pairs;
    }

    BidiClass? StrongOf(int at) => classes[at] switch
    {
        BidiClass.L => BidiClass.L,
        BidiClass.R or BidiClass.EN or BidiClass.AN => BidiClass.R,
        _ => null,
    };

    /// <summary>N1 and N2: what has no direction takes that of both sides if they agree, else that of its level.</summary>
    void ResolveNeutral(Sequence sequence)
    {
        var members = sequence.Members;
        for (var i = 0; i < members.Length; i++)
        {
            if (!IsNeutral(classes[members[i]])) continue;
            var end = i;
            while (end < members.Length && IsNeutral(classes[members[end]])) end++;
            var before = i == 0 ? sequence.Start : StrongOf(members[i - 1]);
            var after = end == members.Length ? sequence.End : StrongOf(members[end]);
            var type = before == after ? before!.Value : TypeOf(sequence.Level);
            for (; i < end; i++) classes[members[i]] = type;
        }
    }

    /// <summary>I1 and I2.</summary>
    void ResolveImplicit(Sequence sequence)
    {
        foreach (var member in sequence.Members)
        {
            var type = classes[member];
            if (sequence.Level % 2 == 0) levels[member] += (byte)(type == BidiClass.R ? 1 : type is BidiClass.AN or BidiClass.EN ? 2 : 0);
            else if (type != BidiClass.R) levels[member]++;
        }
    }

    byte[] PerUnit(int length, byte basis)
    {
        var units = new byte[length];
        var level = basis;
        for (var i = 0; i < starts.Length; i++)
        {
            if (levels[i] != Removed) level = levels[i];
            for (var unit = starts[i]; unit < (i + 1 < starts.Length ? starts[i + 1] : length); unit++) units[unit] = level;
        }
        return units;
    }

    static bool IsInitiator(BidiClass type) => type is BidiClass.LRI or BidiClass.RLI or BidiClass.FSI;

    static bool IsNeutral(BidiClass type) =>
        type is BidiClass.ON or BidiClass.WS or BidiClass.S or BidiClass.B or BidiClass.PDI || IsInitiator(type);

    static BidiClass TypeOf(int level) => level % 2 == 1 ? BidiClass.R : BidiClass.L;

    /// <summary>An entry of the directional status stack (X1).</summary>
    sealed record Status(byte Level, BidiClass? Override, bool IsIsolate);

    /// <summary>An isolating run sequence (BD13).</summary>
    sealed record Sequence(int[] Members, byte Level, BidiClass Start, BidiClass End);
}
