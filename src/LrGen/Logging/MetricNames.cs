using System.Collections.Generic;
using System.Text.Json;

namespace LrGen;

/// <summary>The names of the metrics of a log, in the order in which they first come.</summary>
internal sealed class MetricNames
{
    private readonly List<string> _names = [];
    private readonly Dictionary<string, int> _places = [];

    public IReadOnlyList<string> All => _names;

    /// <summary>The place of the name that the reader is at; a new one is added.</summary>
    /// <param name="json">The reader, at a name.</param>
    /// <param name="expected">Where it is if the records have the same metrics in the same order, which needs no text to be made.</param>
    public int IndexOf(ref Utf8JsonReader json, int expected)
    {
        if (expected < _names.Count && json.ValueTextEquals(_names[expected]))
            return expected;
        string name = json.GetString()!;
        if (!_places.TryGetValue(name, out int place))
        {
            place = _names.Count;
            _places.Add(name, place);
            _names.Add(name);
        }

        return place;
    }

    /// <summary>Forgets the names from a place on.</summary>
    public void RemoveFrom(int place)
    {
        for (int i = _names.Count - 1; i >= place; i--)
        {
            _places.Remove(_names[i]);
            _names.RemoveAt(i);
        }
    }
}
