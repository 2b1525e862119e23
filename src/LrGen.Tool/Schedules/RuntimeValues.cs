using System.Globalization;
using LrGen.Generator.Declarations;

namespace LrGen.Tool.Schedules;

/// <summary>
/// Values that the user gives for what only run time knows: <c>--set steps=1000</c>, or for one declaration <c>--set Rates.Cnn.steps=1000</c>.
/// </summary>
internal sealed class RuntimeValues
{
    /// <summary>Multipliers stand beside the curve, and so does what chooses among them.</summary>
    private static readonly string[] s_choices = ["GroupScale", "LayerDecay"];

    private readonly Dictionary<string, double> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _used = new(StringComparer.OrdinalIgnoreCase);

    public RuntimeValues(IEnumerable<string> settings)
    {
        foreach (string setting in settings)
        {
            int equals = setting.IndexOf('=');
            if (equals <= 0 || !double.TryParse(
                setting[(equals + 1)..].Replace("_", string.Empty), NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
                throw new ToolException("'--set " + setting + "' is not of the form name=number, for example --set steps=1000.");
            _values[setting[..equals].Trim()] = value;
        }
    }

    /// <summary>The settings that no declaration asked for.</summary>
    public IEnumerable<string> Unused => _values.Keys.Where(k => !_used.Contains(k));

    /// <summary>The declaration with the values in place, and the names of those that are open still.</summary>
    public (ScheduleDeclaration Declaration, IReadOnlyList<string> Open) Apply(string name, ScheduleDeclaration declaration)
    {
        var open = new List<string>();
        return (declaration with
        {
            Attributes = declaration.Attributes.Select(Set).ToEquatableArray(),
            Training = Set(declaration.Training),
            Used = declaration.Used.Select(u => new UsedDeclaration(u.Attributes.Select(Set).ToEquatableArray(), Set(u.Training))).ToEquatableArray(),
        }, [.. open.Distinct()]);

        AttributeModel Set(AttributeModel attribute) => attribute with
        {
            Arguments = attribute.Arguments.Select(a => SetArgument(attribute, a)).ToEquatableArray(),
        };

        ArgumentModel SetArgument(AttributeModel attribute, ArgumentModel argument)
        {
            if (argument.Source != ArgumentSource.Runtime || s_choices.Contains(attribute.Name))
                return argument;
            string wanted = argument.RuntimeName.TrimStart('_');
            if (Find(name, wanted) is { } value)
                return new ArgumentModel(argument.Name, ArgumentSource.Given, value);
            open.Add(wanted);
            return argument;
        }
    }

    private double? Find(string name, string wanted)
    {
        // The longest name is the most particular one.
        string qualified = name + "." + wanted;
        foreach (var (key, value) in _values.OrderByDescending(v => v.Key.Length))
        {
            if (!qualified.Equals(key, StringComparison.OrdinalIgnoreCase) && !qualified.EndsWith("." + key, StringComparison.OrdinalIgnoreCase))
                continue;
            _used.Add(key);
            return value;
        }

        return null;
    }
}
