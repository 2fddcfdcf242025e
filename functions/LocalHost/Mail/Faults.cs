namespace ThaffFunctions.LocalHost.Mail;

/// <summary>The faults switched on, used up in the order they were asked for.</summary>
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

    /// <summary>What befalls the request that has come now.</summary>
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
