using LrGen.Generator.Numerics;
using Microsoft.CodeAnalysis;

namespace LrGen.Generator.Declarations;

/// <summary>The declarations and methods that an attribute names.</summary>
internal sealed partial class ArgumentBinder
{
    /// <summary>What the names in an attribute stand for.</summary>
    private IEnumerable<ReferenceModel> References(AttributeData attribute, int index)
    {
        var constructor = attribute.AttributeConstructor;
        if (constructor is null || !AttributeNames.Compiles(attribute))
            yield break;
        var scope = attribute.NamedArguments.FirstOrDefault(n => n.Key == "In").Value.Value as INamedTypeSymbol;
        var resolver = new ReferenceResolver(_target, _path);
        var written = WrittenArguments(attribute, constructor);
        // An attribute that does not compile can have fewer arguments than its constructor has parameters.
        for (int i = 0; i < Math.Min(constructor.Parameters.Length, attribute.ConstructorArguments.Length); i++)
        {
            var parameter = constructor.Parameters[i];
            foreach (var (name, position) in Names(attribute.ConstructorArguments[i], parameter, written.Contains(parameter.Name)))
            {
                string place = parameter.Name + (position < 0 ? string.Empty : "[" + NumberText.Integer(position) + "]");
                yield return ReferenceResolver.NamesMethods(AttributeNames.ShortName(attribute.AttributeClass)!)
                    ? resolver.Method(name, scope, _compilation, Report)
                    : resolver.Declaration(name, scope, Nested, Report);

                void Report(ScheduleProblem problem, string message) => _errors.Add(ScheduleError.AtArgument(problem, index, place, message));

                ReferenceModel Nested(ISymbol declaration, IReadOnlyList<ISymbol> path) => Read(declaration, path, index, place);
            }
        }
    }

    /// <summary>The strings among the constructor's arguments: one, or several in an array. What is left out names nothing.</summary>
    private static IEnumerable<(string Name, int Position)> Names(TypedConstant constant, IParameterSymbol parameter, bool isWritten)
    {
        if (parameter.Type.SpecialType == SpecialType.System_String)
            return isWritten ? [((string?)constant.Value ?? string.Empty, -1)] : [];
        return constant is { Kind: TypedConstantKind.Array, IsNull: false, Type: IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String } }
            ? constant.Values.Select((v, i) => ((string?)v.Value ?? string.Empty, i))
            : [];
    }

    /// <summary>Reads another declaration; what it takes at run time this one has to have under the same name.</summary>
    private ReferenceModel Read(ISymbol declaration, IReadOnlyList<ISymbol> path, int index, string place)
    {
        // Its own mistakes are reported where it stands.
        var errors = new List<ScheduleError>();
        var binder = new ArgumentBinder(declaration, _compilation, errors, path);
        var written = AttributeNames.On(declaration);
        var attributes = binder.Bind(written);
        bool isSound = errors.All(e => e.IsWarning) && written.All(AttributeNames.Compiles);
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        // Circles through this declaration are found below the one that it names.
        foreach (var error in errors.Where(e => e.Problem == ScheduleProblem.CircularReference && e.Details[0].StartsWith(path[0].Name + " → ", StringComparison.Ordinal)))
            _errors.Add(error with { AttributeIndex = index, Name = place });
        var bound = attributes.Select(a => a with { Arguments = a.Arguments.Select(Rebind).ToEquatableArray() }).ToEquatableArray();
        var training = binder.Training with { Arguments = binder.Training.Arguments.Select(Rebind).ToEquatableArray() };
        foreach (string name in missing)
        {
            _errors.Add(ScheduleError.AtArgument(ScheduleProblem.UnboundArgument, index, place,
                "'" + declaration.Name + "' takes '" + name + "' when it runs; add a " + (_isMethod ? "parameter" : "property") + " of that name here"));
        }

        return new ReferenceModel(declaration.Name, isSound && missing.Count == 0 ? bound : EquatableArray<AttributeModel>.Empty) { Training = training };

        ArgumentModel Rebind(ArgumentModel argument)
        {
            if (argument.Source != ArgumentSource.Runtime)
                return argument;
            string plain = argument.RuntimeName.TrimStart('_');
            if (_values.FirstOrDefault(v => v.Matches(char.ToLowerInvariant(plain[0]) + plain.Substring(1))) is not { IsNumeric: true } value)
            {
                missing.Add(argument.RuntimeName);
                return argument;
            }

            value.IsUsed = true;
            return argument with { RuntimeName = value.Name, RuntimeCode = value.Code, RuntimeIsInteger = value.IsInteger };
        }
    }
}
