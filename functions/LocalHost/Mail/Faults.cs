namespace ThaffFunctions.LocalHost.Mail;

/// <summary>A queue of faults to inject, used in the order in which they were added.</summary>
sealed class Faults
{
    readonly Lock _gate = new();
    readonly List<Fault> _waiting = [];

    public IReadOnlyList<Fault> All
    {
        get
        {
            lock (_gate) return [.. _waiting];
        }
    }

    public void Add(Fault fault)
    {
        lock (_gate) _waiting.Add(fault);
    }

    public void Clear()
    {
        lock (_gate) _waiting.Clear();
    }

    /// <summary>The fault to inject into the current request, or <see langword="null"/>.</summary>
    public Fault? Next()
    {
        lock (_gate)
        {
            if (_waiting is not [var first, ..]) return null;
            if (first.Count > 1)
                _waiting[0] = first with { Count = first.Count - 1 };
            else
                _waiting.RemoveAt(0);
            return first;
        }
    }
}
