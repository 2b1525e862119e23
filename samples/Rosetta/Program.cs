using System.Globalization;
using System.Reflection;
using LrGen;
using Rosetta;

// Every scheduler that the samples spell: its system, its name, the series that it is checked against and its first ten rates (of group 0).
var methods = typeof(GoldenAttribute).Assembly.GetExportedTypes()
    .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
    .Where(method => method.IsDefined(typeof(ScheduleAttribute)));
foreach (var method in methods)
{
    Func<long, double> rate = method.GetParameters().Length == 1
        ? method.CreateDelegate<Func<long, double>>()
        : step => method.CreateDelegate<Func<long, int, double>>()(step, 0);
    Print(method, Enumerable.Range(0, 10).Select(t => rate(t)));
}

// What metrics drive, at a loss that stands still.
var driven = typeof(GoldenAttribute).Assembly.GetExportedTypes().Where(type => type.IsDefined(typeof(MetricAttribute)));
foreach (var type in driven)
{
    var state = (IMetricDriven)Activator.CreateInstance(type)!;
    Print(type, Enumerable.Range(0, 10).Select(_ =>
    {
        double rate = state is IMetricSchedule alone ? alone.Rate : ((ISchedule)state).At(0);
        state.Report(1);
        return rate;
    }));
}

static void Print(MemberInfo scheduler, IEnumerable<double> values)
{
    string ids = string.Join(' ', scheduler.GetCustomAttributes<GoldenAttribute>().Select(golden => golden.Id));
    string rates = string.Join(' ', values.Select(rate => rate.ToString("G3", CultureInfo.InvariantCulture)));
    Console.WriteLine($"{scheduler.DeclaringType!.Name,-12}{scheduler.Name,-40}{ids,-26}{rates}");
}
