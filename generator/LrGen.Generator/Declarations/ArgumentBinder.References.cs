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
        var resolver = new ReferenceResolver(_target);
        var written = WrittenArguments(attribute, constructor);
        // An attribute that does not compile can have fewer arguments than its constructor has parameters.
        for (int i = 0; i < Math.Min(constructor.Parameters.Length, attribute.ConstructorArguments.Length); i++)
        {
            var parameter = constructor.Parameters[i];
            foreach (var (name, position) in Names(attribute.ConstructorArguments[i], parameter, written.Contains(parameter.Name)))
            {
                string place = parameter.Name + (position < 0 ? string.Empty : "[" + NumberText.Integer(position) + "]");
                if (ReferenceResolver.NamesMethods(AttributeNames.ShortName(attribute.AttributeClass)!))
                    yield return resolver.Method(name, scope, _compilation, Report);
                else
                    yield return new ReferenceModel(name, resolver.Declaration(name, scope, Report) is { } found ? Use(found, Report) : -1);

                void Report(ScheduleProblem problem, string message) => _errors.Add(ScheduleError.AtArgument(problem, index, place, message));
            }
        }
    }

    /// <summary>The index of a declaration among those that are used; what it takes at run time this one has to have under the same name.</summary>
    private int Use(ISymbol declaration, Action<ScheduleProblem, string> report)
    {
        int index = _used.IndexOf(declaration);
        if (_isTarget && _used.Hindrance is { } hindrance)
            report(hindrance.Problem, hindrance.Message);
        if (index < 0)
            return index;
        bool isComplete = true;
        foreach (string name in _used.Wanted(index))
        {
            if (ValueOf(name) is { } value)
            {
                value.IsUsed = true;
                continue;
            }

            isComplete = false;
            report(ScheduleProblem.UnboundArgument,
                "'" + declaration.Name + "' takes '" + name + "' when it runs; add a " + (_isMethod ? "parameter" : "property") + " of that name here");
        }

        return isComplete ? index : -1;
    }

    /// <summary>An argument of a used declaration with the value of this one that has the same name.</summary>
    private ArgumentModel Rebind(ArgumentModel argument) => ValueOf(argument.RuntimeName) is { } value
        ? argument with { RuntimeName = value.Name, RuntimeCode = value.Code, RuntimeIsInteger = value.IsInteger }
        : argument;

    private RuntimeValue? ValueOf(string name)
    {
        string plain = name.TrimStart('_');
        return _values.FirstOrDefault(v => v.Matches(char.ToLowerInvariant(plain[0]) + plain.Substring(1))) is { IsNumeric: true } value ? value : null;
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
}
