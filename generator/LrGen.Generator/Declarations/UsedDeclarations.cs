using LrGen.Generator.Numerics;
using Microsoft.CodeAnalysis;

namespace LrGen.Generator.Declarations;

/// <summary>
/// The declarations that a target uses. Each is read once, however many others name it: declarations that double at each level stay as few
/// as they are in the source.
/// </summary>
/// <param name="target">The declaration that code is generated for.</param>
/// <param name="compilation">Where it is compiled.</param>
internal sealed class UsedDeclarations(ISymbol target, Compilation compilation)
{
    /// <summary>So many declarations can use each other in a row: more than anybody nests, and few enough for every stack.</summary>
    public const int DeepestNesting = 64;

    private const int LongestCircle = 8;

    private readonly List<(UsedDeclaration Declaration, IReadOnlyCollection<string> Wanted)> _table = [];
    private readonly Dictionary<ISymbol, int> _indices = new(SymbolEqualityComparer.Default);
    private readonly List<ISymbol> _path = [target];

    /// <summary>What keeps the target from using what was looked for last, in its own name; null where nothing does.</summary>
    public (ScheduleProblem Problem, string Message)? Hindrance { get; private set; }

    /// <summary>The index of a declaration in the table; −1 where it cannot be used.</summary>
    public int IndexOf(ISymbol declaration)
    {
        if (_path.Count == 1)
            Hindrance = null;
        if (_indices.TryGetValue(declaration, out int known))
            return known;
        if (SymbolEqualityComparer.Default.Equals(declaration, target))
        {
            Hindrance ??= (ScheduleProblem.CircularReference, Circle());
            return -1;
        }

        // A circle without the target is an error of those in it.
        if (_path.Any(s => SymbolEqualityComparer.Default.Equals(s, declaration)))
            return -1;
        if (_path.Count > DeepestNesting)
        {
            Hindrance ??= (ScheduleProblem.TooLarge, "'" + target.Name + "' uses declarations that are nested more than "
                + NumberText.Integer(DeepestNesting) + " deep; let fewer declarations use each other in a row");
            return -1;
        }

        _path.Add(declaration);
        int index = Read(declaration);
        _path.RemoveAt(_path.Count - 1);
        _indices[declaration] = index;
        return index;
    }

    /// <summary>The values of run time, by name, that a declaration and those below it take.</summary>
    public IReadOnlyCollection<string> Wanted(int index) => _table[index].Wanted;

    /// <summary>The table, in which every argument of run time takes the target's value.</summary>
    public EquatableArray<UsedDeclaration> ToTable(Func<ArgumentModel, ArgumentModel> bind)
    {
        return _table.Select(u => new UsedDeclaration(
            u.Declaration.Attributes.Select(Bound).ToEquatableArray(), Bound(u.Declaration.Training))).ToEquatableArray();

        AttributeModel Bound(AttributeModel attribute) => attribute with
        {
            Arguments = attribute.Arguments.Select(a => a.Source == ArgumentSource.Runtime ? bind(a) : a).ToEquatableArray(),
        };
    }

    private int Read(ISymbol declaration)
    {
        // Its own mistakes are reported where it stands.
        var errors = new List<ScheduleError>();
        var binder = new ArgumentBinder(declaration, compilation, errors, this);
        var written = AttributeNames.On(declaration);
        var attributes = binder.Bind(written);
        if (errors.Any(e => !e.IsWarning) || !written.All(AttributeNames.Compiles))
            return -1;
        var wanted = new SortedSet<string>(
            attributes.Append(binder.Training).SelectMany(a => a.Arguments).Where(a => a.Source == ArgumentSource.Runtime).Select(a => a.RuntimeName),
            StringComparer.Ordinal);
        foreach (var reference in attributes.SelectMany(a => a.References).Where(r => r.Declaration >= 0))
            wanted.UnionWith(Wanted(reference.Declaration));
        _table.Add((new UsedDeclaration(attributes.ToEquatableArray(), binder.Training), wanted));
        return _table.Count - 1;
    }

    private string Circle()
    {
        var names = _path.Append(target).Select(s => s.Name).ToList();
        return string.Join(" → ", names.Count <= LongestCircle ? names : names.Take(LongestCircle - 2).Append("…").Append(target.Name));
    }
}
