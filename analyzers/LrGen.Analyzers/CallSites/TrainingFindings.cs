using LrGen.Analyzers.Reading;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.CallSites;

/// <summary>
/// What the rules say of a reading. A mistake that several entries come to is said once, and a thing whose use is wrong gets no second word
/// about a length that only follows from it.
/// </summary>
internal sealed class TrainingFindings(TrainingReading reading, Action<Diagnostic> report)
{
    private readonly HashSet<(string Id, Location Place)> _said = [];
    private readonly HashSet<Thing> _explained = [];

    /// <summary>Reports a diagnostic, which explains what is wrong with these things.</summary>
    public void Add(Diagnostic diagnostic, params Thing?[] explained)
    {
        foreach (var thing in explained)
        {
            if (thing is not null)
                _explained.Add(thing);
        }

        if (_said.Add((diagnostic.Id, diagnostic.Location)))
            report(diagnostic);
    }

    /// <summary>Whether a rule has said what is wrong with a thing.</summary>
    public bool IsExplained(Thing thing) => _explained.Contains(thing);

    /// <summary>
    /// Where to report an event: at its code, or at the call on the way to it where it is another type's; null where neither the event nor its
    /// thing is from here, so that the other type's own reading tells.
    /// </summary>
    public IOperation? PlaceOf(TrainingEvent happened)
    {
        if (reading.Owns(happened.Operation))
            return happened.Operation;
        if (happened.Thing is not { IsMade: true } thing || !reading.Owns(thing.Call))
            return null;
        foreach (var place in happened.Place.Chain())
        {
            if (place is { Kind: PlaceKind.Call, Operation: { } call } && reading.Owns(call))
                return call;
        }

        return thing.Call;
    }
}
